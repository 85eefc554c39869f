// SPDX-License-Identifier: EUPL-1.2
import Domein

/// What may be written down of a signal, and when it asks for somebody.
enum Signaleringregels {
    static let langsteTekst = 4_000
    /// How long before it expires somebody must look: a working week.
    static let vervaltVooraf = 7

    /// A signal as it was typed.
    struct Invoer: Sendable, Equatable {
        var gezienOp: Datum
        var bron: Signaalbron
        var van: String
        var feit: String
    }

    /// All that is wrong, at once.
    static func veldfouten(_ invoer: Invoer, aangemeldOp: Datum, vandaag: Datum) -> [Veldfout] {
        var fouten: [Veldfout] = []
        func fout(_ veld: String, _ code: String, _ tekst: String) { fouten.append(Veldfout(veld, code: code, tekst)) }
        if invoer.gezienOp > vandaag {
            fout("gezienOp", "toekomst", "Deze dag ligt in de toekomst. Kies vandaag of een dag die geweest is.")
        } else if invoer.gezienOp < aangemeldOp {
            fout("gezienOp", "voor-aanmelding", "Deze dag ligt vóór de aanmelding (\(aangemeldOp.tekst)). Kies een latere dag.")
        }
        if let tekst = tekstfout(invoer.feit) { fout("feit", tekst.code, tekst.tekst) }
        if invoer.bron == .derdeZei, isLeeg(invoer.van) {
            fout("van", "leeg", "Schrijf op wie het vertelde, zoals: de juf van groep 4.")
        }
        if invoer.bron != .derdeZei, !isLeeg(invoer.van) {
            fout("van", "niet-gevraagd", "Dit hoort alleen bij wat iemand anders vertelde. Maak het leeg.")
        }
        if invoer.van.count > 200 { fout("van", "te-lang", "Gebruik hoogstens 200 tekens.") }
        return fouten
    }

    /// What is wrong with a text that must be there.
    static func tekstfout(_ tekst: String) -> (code: String, tekst: String)? {
        if isLeeg(tekst) { return ("leeg", "Vul dit in. Een of twee zinnen is genoeg.") }
        if tekst.count > langsteTekst { return ("te-lang", "Gebruik hoogstens \(langsteTekst) tekens.") }
        return nil
    }

    static func isLeeg(_ tekst: String) -> Bool { tekst.allSatisfy(\.isWhitespace) }

    /// What the today page needs of an open signal.
    struct Open: Sendable, Equatable {
        var id: String
        var prioriteit: Signaalprioriteit
        var vastgelegdOp: Datum
        var opvolgenUiterlijk: Datum
        var vervaltOp: Datum
        var opgevolgd: Bool
    }

    /// From which day it stands on the today page, and by when somebody must have done something. Urgent ones at once;
    /// others when the term for follow-up is near. After follow-up it comes back before it expires: nothing goes by itself.
    static func moment(_ signaal: Open) -> (vanaf: Datum, uiterlijk: Datum) {
        if !signaal.opgevolgd, signaal.opvolgenUiterlijk <= signaal.vervaltOp {
            let vanaf =
                signaal.prioriteit == .gewoon
                ? max(signaal.vastgelegdOp, signaal.opvolgenUiterlijk.adding(days: -vervaltVooraf)) : signaal.vastgelegdOp
            return (vanaf, signaal.opvolgenUiterlijk)
        }
        return (max(signaal.vastgelegdOp, signaal.vervaltOp.adding(days: -vervaltVooraf)), signaal.vervaltOp)
    }
}
