// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opdrachten
import Opslag
import Toegang

/// Inflow against taakstelling and capacity, and the people behind each number.
struct InstroomTonen: Sendable {
    let parts: IntakeParts

    /// Half-years shown before and after the present one, and months of running trajects after the present one. Further back, as
    /// far as a taakstelling goes, though not for ever.
    private static let (terug, verstTerug, vooruit, maandenVooruit) = (4, 16, 3, 18)

    func beeld(_ query: InstroomOpvragen, _ actor: Actor) async throws -> Instroombeeld {
        let (opdracht, taakstelling) = try contract(query.gemeente)
        let aannames = try Self.aannames(query, opdracht)
        let scope = try scope(actor, query.gemeente)
        let vandaag = parts.clock.today
        let nu = Halfjaar(vandaag)
        let eerste = taakstelling.compactMap(\.begin).min() ?? nu
        let (van, tot) = (max(nu.verder(-Self.verstTerug), min(eerste, nu.verder(-Self.terug))), nu.verder(Self.vooruit))
        let feiten = try await parts.store.read {
            try Self.feiten(
                $0, query.gemeente, vandaag, opdracht.instroom.wekenTotHuisvesting, scope, vanaf: van.eersteDag)
        }
        let echt = Instroomrekening(
            feiten: feiten, taakstelling: taakstelling, vandaag: vandaag, instroom: Double(aannames.instroom) / 100)
        let drempel = actor.isOutside ? opdracht.instroom.kleinsteAantal : 0
        let rekening = drempel > 0 ? echt.grof(van: van, tot: tot, drempel: drempel) : echt
        let halves = rekening.halfjaren(van: van, tot: tot)
        return Instroombeeld(
            gemeentenaam: opdracht.gemeentenaam, nu: Self.gewoon(query, opdracht), aannames: aannames,
            halfjaren: zip(echt.halfjaren(van: van, tot: tot), halves).map {
                Instroombeeld.Half($0, prognose: $1.prognose, drempel: drempel)
            },
            maanden: Self.maanden(rekening, halves, aannames, drempel: drempel),
            capaciteit: Self.capaciteit(rekening, halves, aannames, drempel: drempel),
            methode: .init(
                taakstellingBron: opdracht.instroom.taakstellingBron, regelbron: opdracht.instroom.bron,
                acceptatie: Int((rekening.acceptatie * 100).rounded()),
                eigenTraject: Int((rekening.eigenTraject * 100).rounded()),
                schommeling: Int((rekening.schommeling * 100).rounded()),
                wekenTotHuisvesting: opdracht.instroom.wekenTotHuisvesting, kleinsteAantal: drempel))
    }

    func rijen(_ query: InstroomRijen, _ actor: Actor) async throws -> Page<InstroomRijen.Rij> {
        guard let half = Halfjaar(query.halfjaar) else {
            throw Failure.invalid([FieldError("halfjaar", code: "vorm", "Schrijf een half jaar als 2027-1 of 2027-2.")])
        }
        let (opdracht, _) = try contract(query.gemeente)
        let scope = try scope(actor, query.gemeente)
        let weken = opdracht.instroom.wekenTotHuisvesting
        let alle = Instroombron(
            soort: query.soort, gemeente: query.gemeente, vandaag: parts.clock.today, weken: weken, scope: scope)
        // Everybody counts; whose exchange was stopped is no row for a reader outside.
        let zichtbaar = Instroombron(
            soort: query.soort, gemeente: query.gemeente, vandaag: parts.clock.today, weken: weken,
            scope: Policy.scope(actor, .list, on: .indicator))
        let drempel = actor.isOutside ? opdracht.instroom.kleinsteAantal : 0
        let (na, grens) = (query.page.after.flatMap { AanmeldingID($0) }, query.page.grens)
        return try await parts.store.read { db in
            let aantal = try alle.aantal(db, half)
            guard aantal == 0 || aantal >= drempel else { return Page(rows: [], total: 0) }
            let rijen = try zichtbaar.rijen(db, half, na: na, aantal: grens + 1)
            let shown = Array(rijen.prefix(grens))
            return Page(
                rows: shown, next: rijen.count > shown.count ? shown.last?.aanmelding.description : nil, total: aantal)
        }
    }

    private static func feiten(
        _ db: Database, _ gemeente: String, _ vandaag: Datum, _ weken: Int, _ scope: Scope,
        vanaf: Datum
    ) throws -> Instroomfeiten {
        // Far enough back for the longest traject, the mean of four half-years and what is shown.
        let (van, tot) = (min(vanaf, vandaag.adding(months: -48)), vandaag.adding(months: 36))
        func tel(_ soort: Instroomsoort) throws -> [Maand: (personen: Int, geschat: Int)] {
            try Instroombron(soort: soort, gemeente: gemeente, vandaag: vandaag, weken: weken, scope: scope)
                .perMaand(db, van: van, tot: tot)
        }
        let bekend = try tel(.bekend)
        let besluiten = try Instroombron.besluiten(db, gemeente: gemeente, sinds: vandaag.adding(months: -12), scope)
        return Instroomfeiten(
            gehuisvest: try tel(.gehuisvest).mapValues(\.personen), bekend: bekend.mapValues(\.personen),
            dagOnbekend: bekend.mapValues(\.geschat),
            pijplijn: try tel(.pijplijn).mapValues(\.personen), ontvangen: try tel(.ontvangen).mapValues(\.personen),
            starts: try Instroombron.starts(db, gemeente: gemeente, van: van, tot: tot, scope),
            geaccepteerd: besluiten.ja, besloten: besluiten.alle)
    }

    private static func maanden(
        _ rekening: Instroomrekening, _ halves: [Instroomrekening.Half], _ a: Instroomaannames, drempel: Int
    ) -> [Instroombeeld.Stand] {
        let standen = [Instroomrekening.Stand.verwacht, .laag, .hoog].map {
            Trajectbezetting(starts: rekening.starts(halves, $0), lengte: a.maanden)
        }
        func getal(_ lopend: Double) -> Int? {
            let getal = Int(lopend.rounded())
            return getal > 0 && getal < drempel ? nil : getal
        }
        return reeks(rekening.vandaag).map { maand in
            let getallen = standen.map { getal($0.lopend(maand)) }
            return .init(maand: maand.waarde, lopend: getallen[0], laag: getallen[1], hoog: getallen[2])
        }
    }

    private static func capaciteit(
        _ rekening: Instroomrekening, _ halves: [Instroomrekening.Half], _ a: Instroomaannames, drempel: Int
    ) -> Instroombeeld.Capaciteit {
        let plaatsen = a.begeleiders * a.caseload
        let bezetting = Trajectbezetting(starts: rekening.starts(halves, .verwacht), lengte: a.maanden)
        let komend = reeks(rekening.vandaag).filter { $0 >= Maand(van: rekening.vandaag) }
        let piek = bezetting.piek(komend).flatMap { $0.lopend > 0 && $0.lopend.rounded() < Double(drempel) ? nil : $0 }
        let tekort = piek == nil ? nil : komend.first { bezetting.lopend($0).rounded() > Double(plaatsen) }
        return .init(
            plaatsen: plaatsen, perJaar: Trajectbezetting.perJaar(plaatsen: plaatsen, lengte: a.maanden),
            piekmaand: piek?.maand.waarde, piek: piek.map { Int($0.lopend.rounded()) },
            nodig: piek.map { Trajectbezetting.nodig($0.lopend, caseload: a.caseload) }, tekortVanaf: tekort?.waarde)
    }

    /// Half a year back and as far on as the forecast reaches.
    private static func reeks(_ vandaag: Datum) -> [Maand] {
        let nu = Maand(van: vandaag)
        let laatste = Maand(van: Halfjaar(vandaag).verder(vooruit).laatsteDag)
        return (-6...maandenVooruit).map { nu.verder($0) }.filter { $0 <= laatste }
    }

    /// What the actor may count of this gemeente. A team leader counts the own team, whichever the gemeente.
    private func scope(_ actor: Actor, _ gemeente: String) throws -> Scope {
        try Policy.decide(actor, .read, on: .indicator, facts: Facts(team: actor.team, gemeente: gemeente)).orThrow()
        return Policy.scope(actor, .read, on: .indicator)
    }

    /// The contract of today, and the taakstelling of all contracts of the gemeente; a later one goes before an earlier.
    private func contract(_ gemeente: String) throws -> (Opdracht, [Taakstelling]) {
        guard let code = try? Gemeentecode(parsing: gemeente), let opdracht = parts.opdracht(voor: code, op: parts.clock.today)
        else { throw Failure.notFound(what: "opdracht") }
        var regels: [String: Taakstelling] = [:]
        for opdracht in parts.opdrachten.opdrachten where opdracht.gemeente == code {
            for regel in opdracht.taakstelling { regels["\(regel.jaar)-\(regel.helft ?? 0)-\(regel.isVoorbeeld)"] = regel }
        }
        return (opdracht, regels.values.sorted { ($0.jaar, $0.helft ?? 0) < ($1.jaar, $1.helft ?? 0) })
    }

    private static func gewoon(_ query: InstroomOpvragen, _ opdracht: Opdracht) -> Instroomaannames {
        let duur = opdracht.traject.maximum
        return .init(
            begeleiders: max(0, query.begeleiders), caseload: opdracht.instroom.caseload, instroom: 100,
            maanden: duur.eenheid == .maand ? max(1, duur.aantal) : 9)
    }

    private static func aannames(_ query: InstroomOpvragen, _ opdracht: Opdracht) throws -> Instroomaannames {
        var fouten: [FieldError] = []
        func binnen(_ veld: String, _ waarde: Int?, _ grenzen: ClosedRange<Int>, _ anders: Int) -> Int {
            guard let waarde else { return anders }
            if !grenzen.contains(waarde) {
                let zin = "Kies een getal van \(grenzen.lowerBound) tot en met \(grenzen.upperBound)."
                fouten.append(FieldError(veld, code: "bereik", zin))
            }
            return waarde
        }
        let nu = gewoon(query, opdracht)
        let grenzen = Instroomaannames.Grenzen.self
        let aannames = Instroomaannames(
            begeleiders: binnen("begeleiders", query.watAlsBegeleiders, grenzen.begeleiders, nu.begeleiders),
            caseload: binnen("caseload", query.caseload, grenzen.caseload, nu.caseload),
            instroom: binnen("instroom", query.instroom, grenzen.instroom, nu.instroom),
            maanden: binnen("maanden", query.maanden, grenzen.maanden, nu.maanden))
        guard fouten.isEmpty else { throw Failure.invalid(fouten) }
        return aannames
    }
}

extension Instroombeeld.Half {
    /// - Parameters:
    ///   - prognose: reckoned from what may be shown.
    ///   - drempel: below this many people a number stays hidden, and with it what could be reckoned back from.
    init(_ half: Instroomrekening.Half, prognose: Instroomrekening.Prognose?, drempel: Int) {
        func toon(_ aantal: Int) -> Int? { aantal > 0 && aantal < drempel ? nil : aantal }
        let delen = [half.gehuisvest, half.bekend, half.pijplijn].map(toon)
        let verborgen = delen.contains(nil)
        // Who has a day is the rest: that too may be too few.
        let zonderDag = toon(half.bekend - half.dagOnbekend) == nil ? nil : toon(half.dagOnbekend)
        self.init(
            halfjaar: half.halfjaar.description, taakstelling: half.taakstelling, isGehalveerd: half.isGehalveerd,
            gehuisvest: delen[0], ontvangen: toon(half.ontvangen), bekend: delen[1], pijplijn: delen[2],
            prognose: verborgen ? nil : prognose?.verwacht, laag: verborgen ? nil : prognose?.laag,
            hoog: verborgen ? nil : prognose?.hoog, isVerborgen: verborgen || toon(half.ontvangen) == nil,
            dagOnbekend: zonderDag, voorsprong: delen[0] == nil ? nil : half.voorsprong,
            isVoorbeeld: half.isVoorbeeld ? true : nil)
    }
}
