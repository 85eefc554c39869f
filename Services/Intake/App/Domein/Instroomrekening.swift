// SPDX-License-Identifier: EUPL-1.2
import Domein

/// What is counted of the people of one gemeente, by month.
struct Instroomfeiten: Sendable, Equatable {
    /// Accepted people, by the month of moving in, until today.
    var gehuisvest: [Maand: Int] = [:]
    /// Accepted people who are still to move in; by the month in which they are expected where the day is not known.
    var bekend: [Maand: Int] = [:]
    /// Of those, the ones of whom the day is not known.
    var dagOnbekend: [Maand: Int] = [:]
    /// Waiting for a decision, by the month in which they are expected.
    var pijplijn: [Maand: Int] = [:]
    /// Handed over, by the month of receipt.
    var ontvangen: [Maand: Int] = [:]
    /// Trajects of their own that began or will begin, by month.
    var starts: [Maand: Double] = [:]
    /// Decisions of the past year: accepted, and all.
    var geaccepteerd = 0
    var besloten = 0
}

/// Reckons inflow and running trajects. Simple on purpose: everybody can do it again with a pencil, and the page says how.
struct Instroomrekening: Sendable {
    let feiten: Instroomfeiten
    let taakstelling: [Taakstelling]
    let vandaag: Datum
    /// How much of the expected inflow comes; 1 is as expected.
    let instroom: Double

    /// Of one half-year. Whole people.
    struct Half: Sendable, Equatable {
        var halfjaar: Halfjaar
        var taakstelling: Int?
        /// The taakstelling is an example of ours.
        var isVoorbeeld: Bool
        var isGehalveerd: Bool
        var gehuisvest: Int
        var ontvangen: Int
        var bekend: Int
        var dagOnbekend: Int
        var pijplijn: Int
        /// Housed so far, less what the taakstelling asks of the days that are gone: below zero is a backlog. Nil without a
        /// taakstelling and for what is still to begin.
        var voorsprong: Int?
        /// Nil for a half-year that is over.
        var prognose: Prognose?
    }

    struct Prognose: Sendable, Equatable {
        var verwacht: Int
        /// Only who is known by name.
        var laag: Int
        /// What is still to come grown by the largest rise that was ever seen.
        var hoog: Int
    }

    /// The half-years from one to another.
    func halfjaren(van: Halfjaar, tot: Halfjaar) -> [Half] {
        var halves: [Half] = []
        var half = van
        while half <= tot {
            halves.append(self.half(half))
            half = half.verder(1)
        }
        return halves
    }

    func half(_ half: Halfjaar) -> Half {
        let plan = Self.taakstelling(taakstelling, half)
        func som(_ tellingen: [Maand: Int]) -> Int { half.maanden.reduce(0) { $0 + tellingen[$1, default: 0] } }
        var beeld = Half(
            halfjaar: half, taakstelling: plan?.personen, isVoorbeeld: plan?.isVoorbeeld ?? false,
            isGehalveerd: plan?.isGehalveerd ?? false,
            gehuisvest: som(feiten.gehuisvest), ontvangen: som(feiten.ontvangen), bekend: som(feiten.bekend),
            dagOnbekend: som(feiten.dagOnbekend), pijplijn: som(feiten.pijplijn))
        if half <= Halfjaar(vandaag), let plan {
            let tot = (Double(plan.personen) * (1 - Self.dagenOver(half, na: vandaag))).rounded()
            beeld.voorsprong = beeld.gehuisvest - Int(tot)
        }
        if half >= Halfjaar(vandaag) { beeld.prognose = prognose(beeld) }
        return beeld
    }

    /// What was, and of what is to come the larger of two: who is known by name, or the share of the taakstelling (without one: of
    /// the mean of the last four half-years) for the days that are left, though never more than the taakstelling leaves. So who is
    /// ahead is not expected to go on at that pace, and who is behind not to make good in a day what months did not bring.
    private func prognose(_ half: Half) -> Prognose {
        let deel = Self.dagenOver(half.halfjaar, na: vandaag)
        let naarRato = deel * (half.taakstelling.map(Double.init) ?? gemiddelde(voor: Halfjaar(vandaag)) ?? 0)
        let over = half.taakstelling.map { Double(max(0, $0 - half.gehuisvest)) } ?? naarRato
        let komt = min(naarRato, over) * instroom
        let genoemd = Double(half.bekend) + Double(half.pijplijn) * acceptatie
        let allen = Double(half.bekend + half.pijplijn)
        return Prognose(
            verwacht: half.gehuisvest + Int(max(komt, genoemd).rounded()), laag: half.gehuisvest + Int(genoemd.rounded(.down)),
            hoog: half.gehuisvest + Int(max(komt * (1 + schommeling), allen).rounded(.up)))
    }

    /// The part of a half-year that is still to come, today not included.
    static func dagenOver(_ half: Halfjaar, na dag: Datum) -> Double {
        guard dag >= half.eersteDag else { return 1 }
        guard dag < half.laatsteDag else { return 0 }
        return Double(dag.days(until: half.laatsteDag)) / Double(half.dagen)
    }

    /// The mean of the four half-years before this one in which anybody was counted before; nil without any.
    func gemiddelde(voor half: Halfjaar) -> Double? {
        guard let eerste = feiten.gehuisvest.keys.min().map({ Halfjaar($0.eersteDag) }) else { return nil }
        let geteld = (1...4).map { half.verder(-$0) }.filter { $0 >= eerste }
        guard !geteld.isEmpty else { return nil }
        let personen = geteld.reduce(0) { som, half in
            som + half.maanden.reduce(0) { $0 + feiten.gehuisvest[$1, default: 0] }
        }
        return Double(personen) / Double(geteld.count)
    }

    /// Of what is decided, the share that is accepted. Before ten decisions nine in ten: our own guess.
    var acceptatie: Double {
        feiten.besloten < 10 ? 0.9 : Double(feiten.geaccepteerd) / Double(feiten.besloten)
    }

    /// Of who is accepted, the share with a traject of their own. Before ten people two in three: our own guess.
    var eigenTraject: Double {
        let personen = feiten.gehuisvest.values.reduce(0, +) + feiten.bekend.values.reduce(0, +)
        return personen < 10 ? 2.0 / 3 : min(1, feiten.starts.values.reduce(0, +) / Double(personen))
    }

    /// The largest rise of a year against the year before, in the taakstelling; a half without two years of it.
    var schommeling: Double {
        let jaren = Dictionary(grouping: taakstelling.filter { !$0.isVoorbeeld }, by: \.jaar).compactMapValues { regels -> Int? in
            regels.first { $0.helft == nil }?.personen ?? (regels.count == 2 ? regels.reduce(0) { $0 + $1.personen } : nil)
        }
        let stijgingen = jaren.compactMap { jaar, personen -> Double? in
            guard let eerder = jaren[jaar - 1], eerder > 0 else { return nil }
            return Double(personen) / Double(eerder) - 1
        }
        return stijgingen.isEmpty ? 0.5 : max(0, stijgingen.max() ?? 0)
    }

    /// The taakstelling of a half-year: as given, or half of the year's, of which the odd one falls in the first half. An example only
    /// for a year of which nothing was given.
    static func taakstelling(
        _ regels: [Taakstelling], _ half: Halfjaar
    ) -> (personen: Int, isGehalveerd: Bool, isVoorbeeld: Bool)? {
        for isVoorbeeld in [false, true] {
            let jaar = regels.filter { $0.jaar == half.jaar && $0.isVoorbeeld == isVoorbeeld }
            if let helft = jaar.last(where: { $0.helft == half.helft }) { return (helft.personen, false, isVoorbeeld) }
            if let geheel = jaar.last(where: { $0.helft == nil }) {
                return (half.helft == 1 ? (geheel.personen + 1) / 2 : geheel.personen / 2, true, isVoorbeeld)
            }
        }
        return nil
    }
}
