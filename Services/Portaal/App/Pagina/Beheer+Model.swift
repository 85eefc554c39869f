// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

/// How the streams between the services stand, and what could not be applied.
struct BeheerPagina: PageModel {
    static let template = "beheer"
    let titel = "Beheer"
    let menu: String? = "/beheer"
    let melding: Melding?
    let cijfers: Cijfers
    let diensten: [Dienst]
    let heeftTerzijde: Bool
    let terzijde: [Terzijde]
    let meerTerzijde: String?

    /// What was found out about one service. Nil: it did not answer.
    struct Stand: Sendable {
        let dienst: ServiceName
        let status: BusStatus?
    }

    /// Events of one source that one service could not apply.
    struct Wachtend: Sendable {
        let dienst: ServiceName
        let bron: ServiceName
        let items: [SetAsideList.Answer.Item]
    }

    struct Dienst: Sendable {
        let id: String
        let naam: String
        let label: Label
        let regels: Gegevens?
        let volgt: Tabel?
        let lezers: Tabel?
        let weg: String?
    }

    struct Terzijde: Sendable {
        let id: String
        let dienst: String
        let dienstnaam: String
        let bron: String
        let bronnaam: String
        let nummer: Int64
        let soort: String
        let fout: String
        let pogingen: Int
        let sinds: String
    }

    init(_ standen: [Stand], _ wachtend: [Wachtend], melding: Melding? = nil) {
        self.melding = melding
        diensten = standen.map { Dienst($0) }
        terzijde = wachtend.flatMap { groep in groep.items.map { Terzijde($0, groep) } }
        heeftTerzijde = !terzijde.isEmpty
        let totaal = standen.flatMap { $0.status?.followed ?? [] }.reduce(0) { $0 + $1.setAside }
        meerTerzijde = totaal > terzijde.count ? "Getoond: \(terzijde.count) van \(totaal)." : nil
        let weg = standen.filter { $0.status == nil }.count
        let achter = standen.flatMap { $0.status?.followed ?? [] }.reduce(Int64(0)) { $0 + $1.lag }
        cijfers = Cijfers([
            .init("Diensten bereikbaar", "\(standen.count - weg) van \(standen.count)", kleur: weg > 0 ? .fout : .gewoon),
            .init("Berichten onderweg", String(achter), onder: "nog niet verwerkt door wie ze leest"),
            .init("Terzijde gezet", String(totaal), onder: "wachten op een mens", kleur: totaal > 0 ? .letOp : .gewoon),
        ])
    }
}

extension BeheerPagina.Dienst {
    init(_ stand: BeheerPagina.Stand) {
        id = "dienst-\(stand.dienst.rawValue)"
        naam = stand.dienst.naam
        guard let status = stand.status else {
            label = Label("Niet bereikbaar", .fout)
            (regels, volgt, lezers) = (nil, nil, nil)
            weg = "Deze dienst antwoordt nu niet. De andere diensten bewaren wat voor haar is."
            return
        }
        weg = nil
        let gestopt = status.followed.contains { $0.state == .gestopt }
        let aandacht = status.followed.contains { $0.setAside > 0 || $0.state != .bij }
        label = gestopt ? Label("Een stroom is gestopt", .fout) : aandacht ? Label("Let op", .letOp) : Label("In orde", .goed)
        let sockets = status.sockets
        var lijst: [Gegevens.Regel] = []
        if let own = status.own {
            lijst.append(.init("Eigen stroom", "tot nummer \(own.head), bewaard vanaf \(own.oldest)"))
        }
        if let wacht = status.pruning?.waitsFor, !wacht.isEmpty {
            lijst.append(.init("Bewaart langer voor", wacht.map(\.naam).joined(separator: ", ")))
        }
        lijst.append(.init("Verbonden met", "\(sockets.connected.count) diensten"))
        lijst.append(
            .init(
                "Geweigerd sinds de start",
                "\(sockets.refusedHandshakes) verbindingen, \(sockets.malformedFrames) onleesbaar, \(sockets.refusedRequests) vragen"
            ))
        regels = Gegevens(lijst)
        volgt = Self.volgt(status.followed)
        lezers = status.own.flatMap { Self.lezers($0.readers) }
    }

    private static func volgt(_ stromen: [BusStatus.FollowedStream]) -> Tabel? {
        guard !stromen.isEmpty else { return nil }
        return Tabel(
            "Leest van",
            kolommen: [
                .init("Bron"), .init("Stand"), .init("Verwerkt tot", getal: true), .init("Achter", getal: true),
                .init("Terzijde", getal: true),
            ],
            rijen: stromen.map { stroom in
                [
                    .tekst(stroom.source.naam), .label(label(stroom)), .tekst("\(stroom.position) van \(stroom.head)"),
                    .tekst(String(stroom.lag)), .tekst(String(stroom.setAside)),
                ]
            })
    }

    private static func label(_ stroom: BusStatus.FollowedStream) -> Label {
        switch stroom.state {
        case .bij: Label("Bij", .goed)
        case .achter: Label("Haalt in", .info)
        case .wacht: Label("Wacht", .letOp)
        case .gestopt: Label(stroom.error.map { "Gestopt: \($0)" } ?? "Gestopt", .fout)
        }
    }

    private static func lezers(_ lezers: [BusStatus.Reader]) -> Tabel? {
        guard !lezers.isEmpty else { return nil }
        return Tabel(
            "Wordt gelezen door",
            kolommen: [.init("Lezer"), .init("Stand"), .init("Heeft tot", getal: true), .init("Nog te krijgen", getal: true)],
            rijen: lezers.map {
                [
                    .tekst($0.service.naam), .label($0.isPresent ? Label("Leest", .goed) : Label("Weg", .letOp)),
                    .tekst(String($0.position)), .tekst(String($0.lag)),
                ]
            })
    }
}

extension BeheerPagina.Terzijde {
    init(_ item: SetAsideList.Answer.Item, _ groep: BeheerPagina.Wachtend) {
        id = "terzijde-\(groep.dienst.rawValue)-\(groep.bron.rawValue)-\(item.number)"
        (dienst, dienstnaam) = (groep.dienst.rawValue, groep.dienst.naam)
        (bron, bronnaam) = (groep.bron.rawValue, groep.bron.naam)
        (nummer, fout, pogingen, sinds) = (item.number, item.error, item.attempts, item.since.voluit)
        // Every type of ours begins the same.
        soort = item.type.map { $0.replacing("nl.wegwijs.", with: "") } ?? "onleesbaar"
    }
}

extension ServiceName {
    /// As on screen.
    var naam: String {
        switch self {
        case .intake: "Intake"
        case .begeleiding: "Begeleiding"
        case .socialeKaart: "Sociale kaart"
        case .reiskosten: "Reiskosten"
        case .rapportage: "Rapportage"
        case .portaal: "Portaal"
        case .wegwijs: "Bediening"
        }
    }
}
