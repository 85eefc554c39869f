// SPDX-License-Identifier: EUPL-1.2
import Domein

/// A plan in one version, in words: for comparing. What could not be read stands there as such.
struct Planbeeld: Sendable, Equatable {
    struct Doel: Sendable, Equatable {
        var id: DoelID
        /// The child whose goal it is; nil for the person's own.
        var voor: DossierID?
        var leefgebied: Leefgebied
        var tekst: String
        var woorden: String?
        var toestand: DoelToestand
        /// In words.
        var reden: String?
        var streefdatum: Datum?
        var acties: [Actie] = []
    }

    struct Actie: Sendable, Equatable {
        var id: ActieID
        var tekst: String
        var wie: Actiehouder
        var verwijzing: VerwijzingID?
        var uiterlijkOp: Datum?
        var toestand: ActieToestand
        var gedaanDoor: Actiehouder?
    }

    /// In the order of the plan.
    var doelen: [Doel]
}

/// What is different between two versions of a plan, in plain sentences, in the order of the newer one.
enum Planvergelijking {
    enum Soort: String, Sendable { case toegevoegd, verdwenen, gewijzigd }
    enum Wat: String, Sendable { case doel, actie }

    struct Veld: Sendable, Equatable {
        var naam: String
        var oud: String?
        var nieuw: String?
    }

    struct Regel: Sendable, Equatable {
        var soort: Soort
        var wat: Wat
        var leefgebied: Leefgebied
        var voor: DossierID?
        var zin: String
        var velden: [Veld]
    }

    static func regels(van oud: Planbeeld, naar nieuw: Planbeeld) -> [Regel] {
        let eerder = Dictionary(oud.doelen.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let later = Set(nieuw.doelen.map(\.id))
        return nieuw.doelen.flatMap { regels(van: eerder[$0.id], naar: $0) }
            + oud.doelen.filter { !later.contains($0.id) && $0.toestand != .vervallen }.map { verdwenen($0) }
    }

    private static func regels(van oud: Planbeeld.Doel?, naar nieuw: Planbeeld.Doel) -> [Regel] {
        // What was let go does not count: it comes back as new, and goes as gone.
        let was = oud.flatMap { $0.toestand == .vervallen ? nil : $0 }
        guard nieuw.toestand != .vervallen else {
            guard let was else { return [] }
            return [verdwenen(was, reden: nieuw.reden)]
        }
        guard let was else { return [nieuwDoel(nieuw)] + nieuw.acties.flatMap { actieregels(van: nil, naar: $0, nieuw) } }
        var regels: [Regel] = []
        let velden = verschil([
            ("Doel", was.tekst, nieuw.tekst), ("In eigen woorden", was.woorden, nieuw.woorden),
            ("Stand", was.toestand.naam, nieuw.toestand.naam), ("Waarom", was.reden, nieuw.reden),
            ("Streefdatum", was.streefdatum?.tekst, nieuw.streefdatum?.tekst),
        ])
        if !velden.isEmpty {
            regels.append(
                Regel(
                    soort: .gewijzigd, wat: .doel, leefgebied: nieuw.leefgebied, voor: nieuw.voor,
                    zin: "Gewijzigd: \(aangehaald(nieuw.tekst))", velden: velden))
        }
        let eerder = Dictionary(was.acties.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return regels + nieuw.acties.flatMap { actieregels(van: eerder[$0.id], naar: $0, nieuw) }
    }

    private static func nieuwDoel(_ doel: Planbeeld.Doel) -> Regel {
        Regel(
            soort: .toegevoegd, wat: .doel, leefgebied: doel.leefgebied, voor: doel.voor,
            zin: "Nieuw doel: \(aangehaald(doel.tekst))",
            velden: verschil([
                ("In eigen woorden", nil, doel.woorden), ("Stand", nil, doel.toestand == .open ? nil : doel.toestand.naam),
                ("Streefdatum", nil, doel.streefdatum?.tekst),
            ]))
    }

    private static func verdwenen(_ doel: Planbeeld.Doel, reden: String? = nil) -> Regel {
        Regel(
            soort: .verdwenen, wat: .doel, leefgebied: doel.leefgebied, voor: doel.voor,
            zin: "Niet meer in het plan: \(aangehaald(doel.tekst))", velden: verschil([("Waarom", nil, reden)]))
    }

    private static func actieregels(
        van oud: Planbeeld.Actie?, naar nieuw: Planbeeld.Actie, _ doel: Planbeeld.Doel
    ) -> [Regel] {
        let was = oud.flatMap { $0.toestand == .vervallen ? nil : $0 }
        func regel(_ soort: Soort, _ begin: String, _ velden: [Veld]) -> [Regel] {
            [
                Regel(
                    soort: soort, wat: .actie, leefgebied: doel.leefgebied, voor: doel.voor,
                    zin: "\(begin): \(aangehaald(nieuw.tekst))", velden: velden)
            ]
        }
        guard nieuw.toestand != .vervallen else { return was == nil ? [] : regel(.verdwenen, "Actie vervallen", []) }
        guard let was else {
            return regel(
                .toegevoegd, "Nieuwe actie",
                verschil([
                    ("Wie", nil, nieuw.wie.naam), ("Uiterlijk", nil, nieuw.uiterlijkOp?.tekst),
                    ("Stand", nil, nieuw.toestand == .open ? nil : stand(nieuw)),
                ]))
        }
        let velden = verschil([
            ("Actie", was.tekst, nieuw.tekst), ("Wie", was.wie.naam, nieuw.wie.naam),
            ("Verwijzing", verwijzing(was), verwijzing(nieuw)),
            ("Uiterlijk", was.uiterlijkOp?.tekst, nieuw.uiterlijkOp?.tekst), ("Stand", stand(was), stand(nieuw)),
        ])
        guard !velden.isEmpty else {
            // Another referral has no words of its own here.
            return was.verwijzing == nieuw.verwijzing
                ? [] : regel(.gewijzigd, "Actie gewijzigd", [Veld(naam: "Verwijzing", oud: nil, nieuw: "Een andere verwijzing")])
        }
        let isGedaan = was.toestand != .gedaan && nieuw.toestand == .gedaan
        return regel(.gewijzigd, isGedaan ? "Actie gedaan" : "Actie gewijzigd", velden)
    }

    private static func verwijzing(_ actie: Planbeeld.Actie) -> String? { actie.verwijzing.map { _ in "Via een verwijzing" } }

    private static func stand(_ actie: Planbeeld.Actie) -> String {
        guard actie.toestand == .gedaan, let door = actie.gedaanDoor else { return actie.toestand.naam }
        return "Gedaan door \(door.naam.prefix(1).lowercased() + door.naam.dropFirst())"
    }

    private static func verschil(_ paren: [(String, String?, String?)]) -> [Veld] {
        paren.filter { $0.1 != $0.2 }.map { Veld(naam: $0.0, oud: $0.1, nieuw: $0.2) }
    }

    /// The words between quotes, with a full stop at the end of the sentence.
    private static func aangehaald(_ tekst: String) -> String { "“\(tekst)”" + (tekst.last?.isPunctuation == true ? "" : ".") }
}
