// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// The plan on one A4 for the client, in plain Dutch (A2): what I want, who does what and when, when we meet, whom I call.
struct PlanAfdrukPagina: PageModel {
    static let template = "plan-afdruk"
    let titel = "Plan afdrukken"
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let naam: String
    let onder: String
    let terug: String
    let weg: Melding?
    let leeg: Leeg?
    let doelen: [Doel]
    let heeftBereikt: Bool
    let bereikt: [String]
    let afspraken: [String]
    let bel: String
    let telefoon: String?

    struct Doel: Sendable {
        let nummer: Int
        let tekst: String
        let voor: String?
        let wanneer: String?
        let heeftActies: Bool
        let acties: [Actie]
    }
    struct Actie: Sendable {
        let wat: String
        let wie: String
        let wanneer: String
        let klaar: Bool
    }

    /// - Parameters:
    ///   - afspraak: the next appointment in the agenda; without one the next step that was agreed stands there.
    ///   - stap: the next step that was agreed, from the traject.
    ///   - begeleider: the name of who guides; nil when nobody does or it is not known.
    init(
        _ hoofd: Dossierhoofd, _ deel: Deelvraag<Planoverzicht>, stap: TrajectOverzicht.VolgendeStap?,
        afspraak: Afspraakregel? = nil, begeleider: String?,
        verwijzingen: [VerwijzingID: String], namen: [DossierID: String], telefoon: String? = nil, vandaag: Datum
    ) {
        let pad = "\(hoofd.href)/plan"
        kruimels = hoofd.kruimels + [Koppeling("Plan", pad)]
        (naam, terug, self.telefoon) = (hoofd.naam, pad, telefoon)
        let plan = deel.waarde
        onder = [hoofd.nummer, vandaag.tekst, plan.flatMap { $0.versie > 0 ? "versie \($0.versie)" : nil }].compactMap { $0 }
            .joined(separator: " · ")
        weg = deel.isWeg ? .even("Het plan is") : nil
        let open = (plan?.doelen ?? []).filter { $0.toestand == .open || $0.toestand == .bezig }
        doelen = open.enumerated().map { nummer, doel in
            // What was done long ago need not go on paper; what was done shows that it works.
            let acties = doel.acties.filter { $0.toestand != .vervallen }.map { actie in
                Actie(
                    wat: actie.tekst,
                    wie: Self.wie(
                        actie, begeleider: begeleider, verwijzingen: verwijzingen, kind: doel.voor.flatMap { namen[$0] }),
                    wanneer: actie.toestand == .gedaan
                        ? "klaar" : actie.uiterlijkOp.map { "voor \($0.tekst)" } ?? "geen vaste dag",
                    klaar: actie.toestand == .gedaan)
            }
            return Doel(
                nummer: nummer + 1, tekst: doel.woorden ?? doel.tekst, voor: doel.voor.map { "Voor \(namen[$0] ?? "mijn kind")" },
                wanneer: doel.streefdatum.map { "Klaar voor \($0.tekst)" }, heeftActies: !acties.isEmpty, acties: acties)
        }
        bereikt = (plan?.doelen ?? []).filter { $0.toestand == .bereikt }.map(\.tekst)
        heeftBereikt = !bereikt.isEmpty
        leeg = plan != nil && doelen.isEmpty ? Leeg("Nu geen doelen", "Er zijn nu geen doelen om aan te werken.") : nil
        var afspraken: [String] = []
        if let afspraak {
            afspraken.append("\(afspraak.dag.voluit.hoofd) om \(afspraak.van): \(afspraak.soort.naam.lowercased()).")
        } else if let stap, let op = stap.op, op >= vandaag {
            afspraken.append("\(op.voluit.hoofd): \(stap.tekst)")
        }
        if let op = plan?.volgendGesprekOp, op >= vandaag { afspraken.append("\(op.voluit.hoofd): wij praten over dit plan.") }
        self.afspraken =
            afspraken.isEmpty ? ["Datum: ____________________   Tijd: __________   Waar: ____________________"] : afspraken
        bel = begeleider.map { "Mijn begeleider is \($0)." } ?? "Mijn begeleider is: ______________________________"
    }

    private static func wie(
        _ actie: Planoverzicht.Actie, begeleider: String?, verwijzingen: [VerwijzingID: String], kind: String?
    ) -> String {
        switch actie.wie {
        case .client: kind == nil ? "Ik" : "Wij"
        case .begeleider: begeleider ?? "Mijn begeleider"
        case .partner: actie.verwijzing.flatMap { verwijzingen[$0] } ?? "Een organisatie"
        }
    }
}

extension String {
    /// The same with a capital at the beginning.
    var hoofd: String { prefix(1).uppercased() + dropFirst() }
}
