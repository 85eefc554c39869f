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
    /// The conflict page for a form that was overtaken (409), or for choices on it that were not all made (400).
    /// - Parameters:
    ///   - wat: what it is about, as in "heeft … gewijzigd".
    ///   - door, op: who changed it last and when.
    ///   - versie: the newest version.
    func botsing(
        _ context: PortaalContext, _ ik: Aangemeld, _ form: FormValues, _ velden: [Botsveld], wat: String, versie: Int,
        door: GebruikerID?, op: Date?, actie: String, terug: String, kruimels: [Koppeling], mee: [String] = []
    ) async throws -> Response {
        let namen = try await gebruikers.namen([door].compactMap { $0 })
        let wie = door.flatMap { $0 == ik.id ? "U, in een ander venster," : namen[$0] } ?? "Iemand anders"
        let toen = op.map { ", \(Moment.tekst($0, vandaag: clock.today))" } ?? ""
        let botsing = Botsing(
            form, velden, versie: versie, ik: "\(ik.naam) (u), nu",
            ander: "\(door.flatMap { namen[$0] } ?? "Iemand anders")\(toen)",
            actie: actie, terug: terug, mee: mee)
        let model = BotsingPagina(botsing, wie: wie, wat: wat, form: form, kruimels: kruimels)
        return try pagina(model, context, status: form.errors.isEmpty ? .conflict : .badRequest)
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
