// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// What people type, and which service of the Almere directory must then be among the first five: one of those named.
///
/// Written before anything was tuned. The lines marked `o` (oefen) may be looked at while tuning; those marked `t` (toets) are
/// held out: word groups, weights and exceptions are never made for them. A name may be cut short; it must fit one service.
struct Zoekregel: Sendable, CustomStringConvertible {
    let groep: String
    let held: Bool
    let vraag: String
    let verwacht: [String]
    var description: String { "\(groep) ‘\(vraag)’" }

    static let alle: [Zoekregel] = lees(lijst)

    /// A table of query, language and names parted by `|`.
    static func tabel(_ bestand: URL) throws -> [Zoekregel] {
        try String(contentsOf: bestand, encoding: .utf8).split(separator: "\n").compactMap { regel in
            let delen = regel.split(separator: "\t").map(String.init)
            guard delen.count == 3 else { return nil }
            return Zoekregel(
                groep: delen[1], held: true, vraag: delen[0], verwacht: delen[2].split(separator: "|").map(String.init))
        }
    }

    static func lees(_ lijst: String) -> [Zoekregel] { lijst.split(separator: "\n").compactMap(lees) }

    private static func lees(_ regel: Substring) -> Zoekregel? {
        let delen = regel.split(separator: "|").map { $0.trimmingPrefix(while: { $0 == " " }) }
        guard delen.count == 4 else { return nil }
        func kaal(_ tekst: Substring) -> String { String(String(tekst.reversed().drop { $0 == " " }).reversed()) }
        return Zoekregel(
            groep: kaal(delen[0]), held: kaal(delen[1]) == "t", vraag: kaal(delen[2]),
            verwacht: delen[3].split(separator: ";").map { kaal($0.drop { $0 == " " }) })
    }

    private static let lijst = """
        nl | o | hulp bij schulden | Schuldhulpverlening
        nl | t | ik kan mijn huur niet betalen | Vroeg eropaf; Schuldhulpverlening; Woonlastenfonds; Huren onder voorwaarden
        nl | o | nederlands leren | Aanpak laaggeletterdheid; Bibliotheek; Klantmanagers inburgering
        nl | t | inburgering | Klantmanagers inburgering
        nl | o | opvoedvragen | Multidisciplinaire stadsdeelteams; Toegang jeugdhulp; Wijkteams Almere
        nl | t | eenzaamheid ouderen | Huiskamerinitiatieven
        nl | o | maatje | Maatjesprojecten
        nl | t | vrijwilliger worden | Ondersteuning van vrijwilligers; Maatjesprojecten
        nl | o | taxi voor gehandicapten | Wmo-vervoer
        nl | t | rolstoel | Wmo-hulpmiddelen
        nl | o | hulp in de huishouding | Ondersteuningsarrangement Wmo
        nl | t | dagbesteding | Ondersteuningsarrangement Wmo
        nl | o | sporten in de buurt | Buurtsportcoaches
        nl | t | te dik | Gecombineerde leefstijlinterventie; Aanpak Gezond Gewicht; Jongeren Op Gezond Gewicht
        nl | o | afvallen | Gecombineerde leefstijlinterventie; Aanpak Gezond Gewicht; Jongeren Op Gezond Gewicht
        nl | t | verslaafd | Verslavingszorg
        nl | o | drugs | Verslavingszorg
        nl | t | dakloos | Maatschappelijke opvang; Zwerfjongerenopvang
        nl | o | mishandeld door mijn man | Veilig Thuis: melding; Vrouwenopvang; Oranje Huis
        nl | t | blijf van mijn lijf huis | Oranje Huis
        nl | o | uit de gevangenis | Nazorg na detentie
        nl | t | werk zoeken | Werk & Inkomen; Regionaal Werkbedrijf; Individuele plaatsing
        nl | o | bijstandsuitkering aanvragen | Werk & Inkomen; Bijzondere bijstand
        nl | t | alleenstaande moeder | Toeslag voor alleenstaande ouders
        nl | o | gestopt met school | Regionale meld- en coördinatiefunctie
        nl | t | schoolbus | Leerlingenvervoer
        nl | o | muziekles kinderen | Artlabs
        nl | t | boeken lenen | Bibliotheek
        nl | o | peuters | Voorscholen
        nl | t | gezinshereniging | Maatschappelijke begeleiding statushouders; Regeldag
        nl | o | huis voor statushouder | Hotel- en Accommodatieregeling; Maatschappelijke begeleiding statushouders; Regeldag
        nl | t | pleeggezin | Pleegzorg en gezinshuizen
        nl | o | mantelzorger wil even rust | Respijtzorg; Ondersteuning van vrijwilligers
        nl | t | psychiatrische hulp kind | Specialistische ggz
        nl | o | buurman is verward | Ketenaanpak verward gedrag
        nl | t | jongere zonder dak boven het hoofd | Zwerfjongerenopvang
        nl | o | GLI | Gecombineerde leefstijlinterventie
        nl | t | RMC | Regionale meld- en coördinatiefunctie
        nl | o | VN-verdrag handicap | Werkgroep VN-verdrag
        nl | t | gesprek met het wijkteam voorbereiden | Onafhankelijke cliëntondersteuning
        nl | o | jongerenwerker | Jongerenwerk
        nl | t | energierekening te hoog | Vroeg eropaf; Woonlastenfonds; Financieel huis; Schuldhulpverlening
        nl | o | zelf zorg inkopen | Persoonsgebonden budget
        nl | t | tienermoeder | Begeleid wonen regio Amersfoort
        nl | o | bijles arme kinderen | Als ik later groot ben
        nl | t | wijkteam | Wijkteams Almere
        nl | o | homo en lesbisch | Stedelijke regenboogagenda
        nl | t | zwanger | Kansrijke start
        nl | o | gedwongen prostitutie | Zorgcoördinator mensenhandel
        nl | t | omscholing | Servicepunt Leren en Werken
        nl | o | gedwongen werken uitbuiting | Zorgcoördinator mensenhandel
        nl | t | logeren voor kind van mantelzorger | Respijtzorg
        fout | o | shuldhulp | Schuldhulpverlening
        fout | t | schuldhulpverlenning | Schuldhulpverlening
        fout | o | biblioteek | Bibliotheek
        fout | t | bibiliotheek | Bibliotheek
        fout | o | inburgring | Klantmanagers inburgering
        fout | t | statushouwer | Maatschappelijke begeleiding statushouders; Ondersteuning van statushouders; Spreekuren; Hotel- en
        fout | o | mantelzorch | Ondersteuning van vrijwilligers; Respijtzorg
        fout | t | verslavinszorg | Verslavingszorg
        fout | o | pleegzorch | Pleegzorg en gezinshuizen
        fout | t | pesoonsgebonden buget | Persoonsgebonden budget
        fout | o | bijsondere bijstand | Bijzondere bijstand
        fout | t | leerlingevervoer | Leerlingenvervoer
        fout | o | clientondersteuning | Onafhankelijke cliëntondersteuning
        fout | t | huiselijk gewelt | Veilig Thuis: melding; Vrouwenopvang
        fout | o | maatjesprojekt | Maatjesprojecten
        fout | t | vrouwen opvang | Vrouwenopvang
        fout | o | jongerewerk | Jongerenwerk
        fout | t | uitkeering | Werk & Inkomen; Bijzondere bijstand; Regeldag
        fout | o | begeleit wonen | Begeleid wonen regio Amersfoort; Begeleid en beschut wonen
        fout | t | beschermt wonen | Beschermd wonen
        fout | o | mensenhandle | Zorgcoördinator mensenhandel
        fout | t | daklooze jongeren | Zwerfjongerenopvang
        fout | o | laaggeletterheid | Aanpak laaggeletterdheid
        fout | t | specialistise ggz | Specialistische ggz
        fout | o | jeugthulp | Toegang jeugdhulp; Jeugdhulp zonder verblijf; Jeugdhulp met verblijf; Jeugdhulp voor kinderen; Gebiedsteams
        fout | t | detensie | Nazorg na detentie
        sam | o | schulddienst | Schuldhulpverlening
        sam | t | mantel zorg | Ondersteuning van vrijwilligers; Respijtzorg
        sam | o | jeugdverpleegkundige | Jeugdverpleegkundigen op school
        sam | t | sportcoach | Buurtsportcoaches
        sam | o | inkomenstoeslag | Individuele inkomenstoeslag
        sam | t | taxivervoer | Wmo-vervoer
        sam | o | wijkteammedewerker | Wijkteams Almere
        sam | t | jongerenopvang | Zwerfjongerenopvang
        sam | o | respijtbed | Respijtzorg
        sam | t | vluchtelingenbegeleiding | Maatschappelijke begeleiding statushouders
        sam | o | opvoedondersteuning | Multidisciplinaire stadsdeelteams; Toegang jeugdhulp; Wijkteams Almere; OKé-op-School
        sam | t | gezinsbehandeling | Gezins(trauma)behandeling
        sam | o | schuldenfonds jongeren | Jongeren Perspectief Fonds
        sam | t | vervoer voor leerlingen | Leerlingenvervoer
        sam | o | gehandicaptenvervoer | Wmo-vervoer
        sam | t | huiskamer bijeenkomst | Huiskamerinitiatieven
        sam | o | kinderarmoede | Als ik later groot ben
        sam | t | statushouderswoning | Hotel- en Accommodatieregeling; Maatschappelijke begeleiding statushouders; Regeldag
        en | o | debt help | Schuldhulpverlening
        en | t | library | Bibliotheek
        en | o | refugee support | Maatschappelijke begeleiding statushouders; Ondersteuning van statushouders
        en | t | homeless shelter | Maatschappelijke opvang; Zwerfjongerenopvang
        en | o | domestic violence | Veilig Thuis: melding; Vrouwenopvang; Oranje Huis
        en | t | learn dutch | Aanpak laaggeletterdheid; Bibliotheek; Klantmanagers inburgering
        en | o | school transport | Leerlingenvervoer
        en | t | transport for disabled people | Wmo-vervoer
        en | o | social benefits | Werk & Inkomen; Bijzondere bijstand
        en | t | youth care | Toegang jeugdhulp; Jeugdhulp
        en | o | addiction | Verslavingszorg
        en | t | women's shelter | Vrouwenopvang; Oranje Huis
        en | o | loneliness | Huiskamerinitiatieven; Maatjesprojecten
        en | t | volunteer | Ondersteuning van vrijwilligers; Maatjesprojecten
        en | o | foster care | Pleegzorg en gezinshuizen
        en | t | find a job | Werk & Inkomen; Regionaal Werkbedrijf; Individuele plaatsing
        en | o | human trafficking | Zorgcoördinator mensenhandel
        en | t | sports | Buurtsportcoaches; Combinatiefunctionarissen; Aanpak Gezonde Sportvereniging
        en | o | child abuse | Veilig Thuis: melding; MDA++
        en | t | prison release | Nazorg na detentie
        ar | o | ديون | Schuldhulpverlening
        ar | t | المكتبة | Bibliotheek
        ar | o | لاجئين | Maatschappelijke begeleiding statushouders; Ondersteuning van statushouders
        ar | t | السكن | Hotel- en Accommodatieregeling; Begeleid; Beschermd wonen; Maatschappelijke begeleiding statushouders; Woonlastenfonds; Regeldag; Wonen met zorg
        ar | o | عنف منزلي | Veilig Thuis: melding; Vrouwenopvang; Oranje Huis
        ar | t | تعلم اللغة الهولندية | Aanpak laaggeletterdheid; Bibliotheek; Klantmanagers inburgering
        ar | o | العمل | Werk & Inkomen; Regionaal Werkbedrijf; Individuele plaatsing; Servicepunt
        ar | t | الإدمان | Verslavingszorg
        ar | o | لم الشمل | Maatschappelijke begeleiding statushouders; Regeldag
        ar | t | مشرد | Maatschappelijke opvang; Zwerfjongerenopvang
        ar | o | رِعايَةُ الشَّباب | Toegang jeugdhulp; Jeugdhulp; Jongerenwerk
        ar | t | مساعدة للأسرة | Multidisciplinaire stadsdeelteams; Toegang jeugdhulp; Gezins(trauma)behandeling; Team specialistische; Pleegzorg
        ti | o | ዕዳ | Schuldhulpverlening
        ti | t | ስደተኛታት | Maatschappelijke begeleiding statushouders; Ondersteuning van statushouders
        ti | o | ቤተ መጻሕፍቲ | Bibliotheek
        ti | t | ስራሕ | Werk & Inkomen; Regionaal Werkbedrijf; Individuele plaatsing; Servicepunt
        ti | o | ቋንቋ ምምሃር | Aanpak laaggeletterdheid; Bibliotheek; Klantmanagers inburgering
        ti | t | ዓመጽ | Veilig Thuis: melding; Vrouwenopvang; Oranje Huis
        ti | o | መንበሪ ገዛ | Hotel- en Accommodatieregeling; Begeleid; Beschermd wonen; Maatschappelijke begeleiding statushouders; Woonlastenfonds; Regeldag
        ti | t | ስፖርት | Buurtsportcoaches; Combinatiefunctionarissen; Aanpak Gezonde Sportvereniging
        ti | o | ወልፊ | Verslavingszorg
        ti | t | ቤት ትምህርቲ | OKé-op-School; Kennismaken; Jeugdverpleegkundigen; Voorscholen; Regionale meld; Gezonde-School; Leerlingenvervoer; Onderwijs-jeugdhulp
        tr | o | borç | Schuldhulpverlening
        tr | t | kütüphane | Bibliotheek
        tr | o | mülteci | Maatschappelijke begeleiding statushouders; Ondersteuning van statushouders
        tr | t | iş arıyorum | Werk & Inkomen; Regionaal Werkbedrijf; Individuele plaatsing; Servicepunt
        tr | o | aile içi şiddet | Veilig Thuis: melding; Vrouwenopvang; Oranje Huis
        tr | t | bağımlılık | Verslavingszorg
        tr | o | kadın sığınma evi | Vrouwenopvang; Oranje Huis
        tr | t | gönüllü | Ondersteuning van vrijwilligers; Maatjesprojecten
        tr | o | evsizler | Maatschappelijke opvang; Zwerfjongerenopvang
        tr | t | Hollandaca öğrenmek | Aanpak laaggeletterdheid; Bibliotheek; Klantmanagers inburgering
        fa | o | بدهی | Schuldhulpverlening
        fa | t | كتابخانه | Bibliotheek
        fa | o | پناهنده | Maatschappelijke begeleiding statushouders; Ondersteuning van statushouders
        fa | t | خشونت خانگی | Veilig Thuis: melding; Vrouwenopvang; Oranje Huis
        fa | o | اعتیاد | Verslavingszorg
        fa | t | بی‌خانمان | Maatschappelijke opvang; Zwerfjongerenopvang
        uk | o | борги | Schuldhulpverlening
        uk | t | бібліотека | Bibliotheek
        uk | o | біженці | Maatschappelijke begeleiding statushouders; Ondersteuning van statushouders
        uk | t | домашнє насильство | Veilig Thuis: melding; Vrouwenopvang; Oranje Huis
        uk | o | робота | Werk & Inkomen; Regionaal Werkbedrijf; Individuele plaatsing; Servicepunt
        uk | t | житло | Hotel- en Accommodatieregeling; Begeleid; Beschermd wonen; Maatschappelijke begeleiding statushouders; Woonlastenfonds; Regeldag; Wonen met zorg
        """
}
