// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Hummingbird
import Web

/// The conflict page of any form: who was first and when, and the choice per field (`Botsing`).
struct BotsingPagina: PageModel {
    static let template = "botsing"
    let titel = "Iemand anders was u voor"
    let menu: String?
    let kruimels: [Koppeling]
    let uitleg: String
    let fouten: Foutenlijst?
    let botsing: Botsing

    init(_ botsing: Botsing, wie: String, wat: String, form: FormValues, kruimels: [Koppeling], menu: String? = "/mensen") {
        (self.botsing, self.kruimels, self.menu) = (botsing, kruimels, menu)
        fouten = Foutenlijst(form)
        uitleg =
            "\(wie) heeft \(wat) gewijzigd terwijl u bezig was. Er is nog niets van u opgeslagen en er is niets verloren. Kies per regel wat moet blijven."
    }
}

extension Portaal {
    /// Sends the form of something that a colleague may have changed meanwhile.
    /// - Parameters:
    ///   - velden: in which two people may be overtaken by one another.
    ///   - verstuur: sends the command of the form, with the choices of the conflict page worked in, under this number.
    ///   - botst: the conflict page; who was first and when it says itself, unless the page knows better.
    ///   - toon: the page of the form again, after any other refusal.
    func verstuur(
        _ request: Request, _ context: PortaalContext, _ velden: [String],
        verstuur: (FormValues, UUID) async throws -> Response,
        botst: (FormValues, Voorganger) async throws -> Response,
        toon: (FormValues, HTTPResponse.Status) async throws -> Response
    ) async throws -> Response {
        var form = Botsing.opgelost(context.form, velden)
        do {
            guard form.errors.isEmpty else { return try await botst(form, Voorganger(form)) }
            return try await verstuur(form, Opdrachtnummer.van(form, pad: request.uri.path, nieuw: ids.next))
        } catch Failure.conflict(let conflict) {
            form.errors = []
            return try await botst(form, Voorganger(conflict))
        } catch let failure as Failure {
            let getypt = form
            return try await opnieuw(failure, context) { weg, status in
                var form = getypt
                form.errors = weg.errors
                return try await toon(form, status)
            }
        }
    }

    /// The conflict page for a form that was overtaken (409), or for choices on it that were not all made (400).
    /// - Parameters:
    ///   - wat: what it is about, as in "heeft … gewijzigd".
    ///   - door, op: who changed it last and when.
    ///   - versie: the newest version.
    func botsing(
        _ context: PortaalContext, _ ik: Aangemeld, _ form: FormValues, _ velden: [Botsveld], wat: String, versie: Int,
        door: GebruikerID?, op: Date?, actie: String, terug: String, kruimels: [Koppeling], mee: [String] = [],
        menu: String? = "/mensen"
    ) async throws -> Response {
        // They go along, so that the page still knows them when a choice was forgotten.
        let voorganger = Voorganger(door: door, op: op)
        let form = voorganger.in(form)
        let mee = mee + Voorganger.velden
        let namen = try await gebruikers.namen([door].compactMap { $0 })
        let wie = door.flatMap { $0 == ik.id ? "U, in een ander venster," : namen[$0] } ?? "Iemand anders"
        let toen = op.map { ", \(Moment.tekst($0, vandaag: clock.today))" } ?? ""
        let botsing = Botsing(
            form, velden, versie: versie, ik: "\(ik.naam) (u), nu",
            ander: "\(door.flatMap { namen[$0] } ?? "Iemand anders")\(toen)",
            actie: actie, terug: terug, mee: mee)
        let model = BotsingPagina(botsing, wie: wie, wat: wat, form: form, kruimels: kruimels, menu: menu)
        return try pagina(model, context, status: form.errors.isEmpty ? .conflict : .badRequest)
    }
}

/// Who was first, and when.
struct Voorganger: Sendable, Equatable {
    var door: GebruikerID?
    var op: Date?

    static let velden = ["voor-door", "voor-op"]
}

extension Voorganger {
    init(_ conflict: Failure.Conflict) {
        self.init(door: conflict.changedBy.flatMap { GebruikerID($0) }, op: conflict.changedAt)
    }

    /// As the conflict page sent it back.
    init(_ form: FormValues) {
        self.init(door: GebruikerID(form.text("voor-door")), op: Instant.date(form.text("voor-op")))
    }

    func `in`(_ form: FormValues) -> FormValues {
        var form = form
        form.set("voor-door", door?.description ?? "")
        form.set("voor-op", op.map { Instant.text($0) } ?? "")
        return form
    }
}

/// A moment as people say it: `vandaag om 10:42`, `18 januari 2027 om 10:42`.
enum Moment {
    static func tekst(_ moment: Date, vandaag: Datum) -> String {
        let dag = Datum(moment)
        let delen = Datum.calendar.dateComponents([.hour, .minute], from: moment)
        let (uur, minuut) = (delen.hour ?? 0, delen.minute ?? 0)
        let tijd = "\(uur):\(minuut < 10 ? "0" : "")\(minuut)"
        return "\(dag == vandaag ? "vandaag" : dag.tekst) om \(tijd)"
    }
}
