// SPDX-License-Identifier: EUPL-1.2
import Domein

/// What may be written down about a contact, and what it changes in what must be done next.
enum Contactregels {
    /// Minutes: more than ten hours is a typing error.
    static let langsteDuur = 600
    static let langsteNotitie = 10_000
    static let langsteStap = 300
    static let langstePartners = 300
    /// A next step further away than this is a typing error in the year.
    static let versteStapDagen = 730

    /// A contact as it was typed.
    struct Invoer: Sendable, Equatable {
        var soort: Contactsoort
        var datum: Datum
        var duurMinuten: Int
        var verschijning: Verschijning
        var notitie: String
        var volgendeStap: String
        var volgendeStapOp: Datum?
        var tolk: Tolkvorm = .geen
        var tolkMinuten: Int?
        /// Code of a language.
        var taal: String?
        var partners = ""
    }

    /// All that is wrong, at once, by the names of the fields of the command.
    /// - Parameters:
    ///   - onbekendeDoelen: how many of the goals named are not of this traject.
    ///   - onbekendeAanwezigen: how many of the people named are not of this household.
    static func veldfouten(
        _ invoer: Invoer, aangemeldOp: Datum, vandaag: Datum, onbekendeDoelen: Int, onbekendeAanwezigen: Int = 0
    ) -> [Veldfout] {
        var fouten: [Veldfout] = []
        func fout(_ veld: String, _ code: String, _ tekst: String) { fouten.append(Veldfout(veld, code: code, tekst)) }
        if invoer.datum > vandaag {
            fout("datum", "toekomst", "De datum ligt in de toekomst. Kies vandaag of een dag die geweest is.")
        } else if invoer.datum < aangemeldOp {
            fout("datum", "voor-aanmelding", "De datum ligt vóór de aanmelding (\(aangemeldOp.tekst)). Kies een latere dag.")
        }
        if !(0...langsteDuur).contains(invoer.duurMinuten) {
            fout("duurMinuten", "bereik", "Vul de duur in minuten in: een getal van 0 tot en met \(langsteDuur).")
        }
        if onbekendeDoelen > 0 {
            fout("doelen", "onbekend", "Kies alleen doelen uit het plan van deze cliënt.")
        }
        if invoer.notitie.count > langsteNotitie {
            fout("notitie", "te-lang", "Maak de notitie korter: ten hoogste \(langsteNotitie) tekens.")
        }
        fouten += omstandigheden(invoer, onbekendeAanwezigen: onbekendeAanwezigen)
        if invoer.volgendeStap.count > langsteStap {
            fout("volgendeStap", "te-lang", "Maak de volgende stap korter: ten hoogste \(langsteStap) tekens.")
        }
        if let op = invoer.volgendeStapOp {
            if invoer.volgendeStap.isEmpty {
                fout("volgendeStap", "leeg", "Schrijf wat de volgende stap is, of laat de datum ervan leeg.")
            }
            if op < invoer.datum {
                fout("volgendeStapOp", "voor-contact", "De volgende stap komt na dit contact. Kies een latere dag.")
            } else if invoer.datum.days(until: op) > versteStapDagen {
                fout("volgendeStapOp", "te-ver", "Deze dag is meer dan twee jaar later. Klopt het jaartal?")
            }
        }
        return fouten
    }

    private static func omstandigheden(_ invoer: Invoer, onbekendeAanwezigen: Int) -> [Veldfout] {
        var fouten: [Veldfout] = []
        func fout(_ veld: String, _ code: String, _ tekst: String) { fouten.append(Veldfout(veld, code: code, tekst)) }
        if let minuten = invoer.tolkMinuten {
            if !(0...langsteDuur).contains(minuten) {
                fout("tolkMinuten", "bereik", "Vul in hoeveel minuten de tolk er was: 0 tot en met \(langsteDuur).")
            } else if minuten > 0, invoer.tolk == .geen {
                fout("tolk", "minuten-zonder-tolk", "Kies wat voor tolk er was, of laat de minuten van de tolk leeg.")
            }
        }
        if let taal = invoer.taal, Taal(code: taal) == nil {
            fout("taal", "onbekend", "Kies een taal uit de lijst.")
        }
        if onbekendeAanwezigen > 0 {
            fout("aanwezigen", "onbekend", "Kies alleen mensen uit het huishouden van deze cliënt.")
        }
        if invoer.partners.count > langstePartners {
            fout("partners", "te-lang", "Noem de organisaties korter: ten hoogste \(langstePartners) tekens.")
        }
        return fouten
    }

    /// Somebody was expected and did not come, without a word. An attempt that met nobody is work, not a no-show.
    static func isNoShow(_ soort: Contactsoort, _ verschijning: Verschijning) -> Bool {
        verschijning == .nietVerschenen && soort != .outreach
    }
}
