// SPDX-License-Identifier: EUPL-1.2

/// Takes Dutch compounds apart: `schuldhulpverlening` is schuld, hulp, verlening; `vluchtelingenwerk` is vluchteling, werk.
enum Samenstelling {
    static let kortsteDeel = 4

    /// The parts of a word that are each known, with at most a linking -s-, -e-, -en- or -n- between; the fewest parts. Empty
    /// when it cannot be taken apart. A part is at least four letters, or three when it stands in the list below.
    /// - Parameter isWoord: whether this folded text is a word by itself.
    static func delen(_ woord: String, _ isWoord: (String) -> Bool) -> [String] {
        let letters = Array(woord.utf8)
        let aantal = letters.count
        guard aantal >= 7, aantal <= Zoekwoorden.langsteWoord, Zoekwoorden.isLatijn(woord) else { return [] }
        func stuk(_ van: Int, _ tot: Int) -> String { String(decoding: letters[van..<tot], as: UTF8.self) }
        // best[i]: the fewest parts that make the letters from i to the end.
        var beste: [[String]?] = Array(repeating: nil, count: aantal + 1)
        beste[aantal] = []
        for van in stride(from: aantal - 3, through: 0, by: -1) {
            for tot in (van + 3)...aantal {
                guard !(van == 0 && tot == aantal) else { continue }
                let deel = stuk(van, tot)
                guard tot - van >= kortsteDeel ? isWoord(deel) : korteDelen.contains(deel) else { continue }
                for lettergreep in bindklanken {
                    let verder = tot + lettergreep.utf8.count
                    guard verder <= aantal, lettergreep.isEmpty || verder < aantal, stuk(tot, verder) == lettergreep,
                        let rest = beste[verder]
                    else { continue }
                    if let nu = beste[van], nu.count <= rest.count + 1 { continue }
                    beste[van] = [deel] + rest
                }
            }
        }
        let gevonden = beste[0] ?? []
        return gevonden.count > 1 ? gevonden : []
    }

    private static let bindklanken = ["", "s", "e", "en", "n"]
    private static let korteDelen: Set<String> = ["wmo", "pgb", "ggz", "les", "bus", "dag", "bed", "azc"]

    /// Words that the compounds of this field are made of: what a record is taken apart with, so that its parts do not depend
    /// on which records came first. What somebody types is also taken apart with the words of the records themselves.
    static let bouwstenen: Set<String> = Set(
        """
        schuld schulden hulp verlening dienst dienstverlening zorg mantel mantelzorg vervoer taxi leerling leerlingen school jeugd
        jongeren jongere kinder kind kinderen ouder ouders ouderen vrouw vrouwen mannen opvang huis huizen woon wonen woning wijk
        buurt team teams begeleiding ondersteuning verslaving geweld mishandeling inkomen inkomens toeslag bijstand uitkering werk
        sport coach coaches maat maatje maatjes project projecten vrijwilliger vrijwilligers statushouder statushouders vluchteling
        vluchtelingen nieuwkomer taal cursus inburgering gezin gezins pleeg behandeling trauma verpleegkundige verpleegkundigen
        verpleging verzorging cliënt client zelf redzaam voedsel bank kleding winkel fonds fondsen armoede lasten woonlasten energie
        huur betaling regel regeling punt loket spreekuur informatie advies recht rechts rechten juridisch bijstands minima geld
        zaken financieel budget beheer bewind gezondheid gezondheids leefstijl gewicht psychisch psycholoog psychiatrie arts
        huisarts dokter tand fysio therapie medisch medicijn thuis thuiszorg huishoudelijk huishouden hulpmiddel hulpmiddelen
        rolstoel fiets fietsen auto rijbewijs reis kosten respijt logeer bedden verblijf beschermd beschut crisis nacht dag
        besteding dagbesteding activiteit activiteiten centrum bibliotheek cultuur muziek dans theater kunst tuin eten koken
        koffie ontmoeting ontmoetings plek plaats kamer huiskamer inloop groep groepen lotgenoten contact netwerk familie mensen
        handel uitbuiting veilig veiligheid melding politie detentie gevangenis nazorg reclassering slachtoffer slachtofferhulp
        arbeid arbeids markt baan banen loopbaan sollicitatie stage opleiding onderwijs vak scholing leren lezen schrijven digitaal
        computer huiswerk bijles voorschool peuter peuters kleuter baby zwanger geboorte opvoed opvoeding opgroei alleenstaande
        zwerf dakloos daklozen nood asiel zoekers zoeker migratie migranten tolk tolken vertaal documenten paspoort gemeente
        inwoner burger stad steden dorp regio centraal meldpunt meld coördinatie samenwerking overleg programma aanpak
        preventie voorlichting initiatief initiatieven bijeenkomst training trainingen gesprek gesprekken klacht klachten vertrouwens persoon medewerker
        """.split { $0 == " " || $0 == "\n" }.flatMap { Zoekwoorden.lees($0) })
}
