// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import GRDB
import Opslag
import Toegang

extension VandaagOpvragen {
    /// What must be done, most urgent first: the own dossiers of a begeleider, the team's of a team leader. One walk along
    /// an index, whatever the store holds.
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> Page<Aandachtspunt> {
        // Contact and regeldag together: who may not see both has another page.
        let bereik = Policy.scope(request.actor, .list, on: .contactmoment)
        let opvolging = Policy.scope(request.actor, .list, on: .signaal)
        let na = try Sleutelplaats.leesNummer(page.after)
        let (vandaag, regels, limit) = (middelen.vandaag, middelen.regels, page.limit)
        let tot = vandaag.adding(days: regels.aandacht.langsteVooraf)
        return try await middelen.store.read { db in
            let rijen = try Aandachtspunten.pagina(
                db, bereik, opvolging: opvolging, vandaag: vandaag, tot: tot, na: na, limit: limit + 1)
            let pagina = rijen.prefix(limit)
            let meer = rijen.count > limit
            return Page(
                rows: pagina.map { $0.aandachtspunt(vandaag: vandaag, regels: regels) },
                next: meer ? pagina.last.map { Sleutelplaats.tekst($0.uiterlijkOp, $0.nummer) } : nil,
                total: na == nil ? try Aandachtspunten.aantal(db, bereik, opvolging: opvolging, vandaag: vandaag, tot: tot) : nil)
        }
    }
}

extension Aandachtspuntrij {
    func aandachtspunt(vandaag: Datum, regels: Regels) -> Aandachtspunt {
        let (tekst, waarom) =
            planzinnen(vandaag: vandaag, regels: regels)
            ?? zinnen(vandaag: vandaag, regels: regels.aandacht, contract: try? regels.opdracht(opdracht))
        let isEerste = soort == .eersteContact
        return Aandachtspunt(
            dossier: dossier, soort: soort.rawValue, tekst: tekst, uiterlijkOp: uiterlijkOp, waarom: waarom,
            spreektaal: isEerste ? spreektaal : nil, tolkNodig: isEerste ? tolkNodig : nil, afspraak: afspraak?.id,
            uitDossiernummer: uitDossiernummer)
    }

    /// `huisbezoek om 10.00 uur`.
    private var afspraaknaam: String {
        afspraak.map { "\($0.soort.naam.kleineBeginletter) om \($0.van.tekst)" } ?? "een afspraak"
    }

    /// What the plan asks; nil for the other kinds.
    private func planzinnen(vandaag: Datum, regels: Regels) -> (tekst: String, waarom: String)? {
        switch soort {
        case .planActie:
            let aantal = acties > 1 ? "\(acties) acties uit het plan" : "Een actie uit het plan"
            let moet = acties > 1 ? "moeten" : "moet"
            return (
                uiterlijkOp < vandaag
                    ? "\(aantal) \(acties > 1 ? "zijn" : "is") te laat." : "\(aantal) \(moet) vandaag klaar zijn.",
                "In het plan is afgesproken dat dit uiterlijk op \(uiterlijkOp.tekst) gedaan is."
            )
        case .planBespreken:
            let regel = (try? regels.opdracht(opdracht))?.plan.bespreken
            let uitleg = plan.flatMap {
                Planregel.bespreken(laatst: $0.besproken, gepland: $0.gepland, start: $0.start, regel: regel)?.uitleg
            }
            return (
                uiterlijkOp < vandaag ? "Het plan is te lang niet besproken." : "Bespreek het plan met de cliënt.", uitleg ?? ""
            )
        default: return nil
        }
    }

    private func zinnen(vandaag: Datum, regels: Aandachtregels, contract: Opdracht?) -> (tekst: String, waarom: String) {
        let telaat = uiterlijkOp < vandaag
        switch soort {
        case .eersteContact:
            return (telaat ? "Het eerste contact is te laat. Neem contact op." : "Leg het eerste contact.", klok ?? "")
        case .regelzaakTermijn:
            let naam = regelzaak?.naam ?? "Regelzaak"
            return (telaat ? "Te laat: \(naam)." : "Regelen: \(naam).", regelzaak?.waarom ?? "")
        case .regelzaakControle:
            return ("Kijk hoe het staat: \(regelzaak?.naam ?? "Regelzaak").", regelzaak?.waarom ?? "")
        case .regelzaakBezwaar:
            let naam = regelzaak?.naam ?? "Regelzaak"
            return (
                telaat ? "Bezwaar kon tot \(uiterlijkOp.tekst): \(naam)." : "Afgewezen: \(naam). Beslis over bezwaar.",
                regelzaak?.waarom ?? ""
            )
        case .tussenrapportage:
            return (telaat ? "De tussenrapportage is te laat." : "Maak de tussenrapportage.", klok ?? "")
        case .eindeNadert:
            return (
                telaat ? "De laatste dag is voorbij. Rond het traject af." : "Het traject loopt af. Bereid de afronding voor.",
                klok ?? ""
            )
        case .geenContact:
            let laatste = contact.laatsteContact.map { "Het laatste contact was op \($0.tekst). " } ?? ""
            return (
                "Neem contact op.",
                "\(laatste)Na \(regels.geenContactDagen) dagen zonder contact staat iemand op deze lijst. Bron: eigen werkafspraak."
            )
        case .noShow:
            let dag = contact.noShowOp.map { " op \($0.tekst)" } ?? ""
            let reeks = contact.noShowReeks > 1 ? " Dit is keer \(contact.noShowReeks) op rij." : ""
            return (
                "Niet verschenen\(dag). Zoek contact en spreek opnieuw af.",
                "Na een no-show volgt binnen \(regels.noShowWerkdagen) werkdagen een reactie.\(reeks) Bron: eigen werkafspraak."
            )
        case .meting:
            let moment = Meetmoment(rawValue: bron)?.naam.lowercased() ?? "tussentijds"
            return (
                telaat ? "Te laat: meting (\(moment))." : "Meet de zelfredzaamheid (\(moment)).",
                metingregel(contract) ?? "De opdracht vraagt deze meting uiterlijk op \(uiterlijkOp.tekst)."
            )
        case .pauze:
            return (
                "De klok staat stil. Kijk of dat nog klopt.",
                "Een pauze wordt na \(regels.pauzeKijkDagen) dagen opnieuw bekeken. Bron: eigen werkafspraak."
            )
        case .nazorg:
            return (
                telaat ? "Het nazorgcontact is te laat. Vraag hoe het gaat." : "Nazorg: vraag hoe het gaat.",
                nazorgregel(contract) ?? "Dit contact na de afronding is gepland op \(uiterlijkOp.tekst)."
            )
        case .planActie, .planBespreken: return ("", "")
        case .wachtOpOuder:
            return (
                "Dit kind heeft nog geen ouder of voogd met een traject. Zoek uit bij wie het hoort.",
                "Een kind rijdt mee met het traject van een volwassene. Bron: opdracht van de gemeente. Na \(regels.wachtOpOuderDagen) dagen wachten komt dit op de lijst. Bron: eigen werkafspraak."
            )
        case .achttien:
            return (
                "Deze persoon is 18 jaar of kan dat zijn, en heeft geen eigen traject. Beslis of dat er komt.",
                "Wie 18 is, loopt niet vanzelf mee met een ouder of voogd. De teamleider legt bij de gegevens de groep vast; daarmee begint een eigen traject. Is het nog niet zover? Kies bij Uit beeld Gezien, met een dag om weer te kijken. Bron: plaatselijke praktijk, te bevestigen."
            )
        case .tweedeStart:
            let na = oudeHuisvesting.map { " Die dag ligt na \($0.tekst), de dag van de tijdelijke woonplek." } ?? ""
            return (
                "Vul de datum huisvesting in van de eigen woning. De tweede start wacht daarop.",
                "Deze persoon woont nu in een eigen woning. De klok en de tweede regeldag beginnen op de dag dat de persoon daar ging wonen.\(na) Staat die dag er al? Zet dan de verblijfsvorm en de datum eerst terug zoals ze waren, en vul daarna de nieuwe tegelijk in. Bron: opdracht van de gemeente."
            )
        case .afspraakVastleggen:
            return (
                telaat
                    ? "Nog niet vastgelegd: \(afspraaknaam), \(afspraak?.dag.tekst ?? "")."
                    : "Vandaag in de agenda: \(afspraaknaam).",
                "Een afspraak staat hier tot u vastlegt hoe het ging, haar verzet of afzegt. Bron: eigen werkafspraak."
            )
        case .tolkRegelen:
            return (
                "Regel een tolk voor \(afspraaknaam) op \(afspraak?.dag.tekst ?? "een dag").",
                "Bij deze afspraak is een tolk nodig en nog niet geregeld. Bron: eigen werkafspraak."
            )
        case .opvolging:
            return (
                "Er staat iets open in het dossier. Kijk ernaar.",
                "Dit vraagt uiterlijk op \(uiterlijkOp.tekst) een reactie van u."
            )
        case .afspraak:
            return (
                telaat ? "De geplande stap is nog niet vastgelegd." : "Vandaag staat een volgende stap gepland.",
                "Deze stap is bij het vorige contact gepland op \(uiterlijkOp.tekst)."
            )
        }
    }

    /// Why a measurement is due on this day, by the contract; nil when the traject is not at hand.
    private func metingregel(_ contract: Opdracht?) -> String? {
        guard let traject, let moment = Meetmoment(rawValue: bron) else { return nil }
        return contract?.metingen?.regel(moment)?.uiterlijk(start: traject.start, einde: traject.einde).uitleg
    }

    /// Why a contact after the end was planned on this day.
    private func nazorgregel(_ contract: Opdracht?) -> String? {
        guard let einde = traject?.afgerondOp else { return nil }
        return contract?.traject.nazorg.first { $0.uiterlijk(vanaf: einde) == uiterlijkOp }?
            .bereken(vanaf: einde, anker: "de laatste dag van het traject").uitleg
    }
}
