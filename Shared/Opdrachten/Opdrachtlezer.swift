// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Yams

/// Reads one rule file. Every error that can be found in one pass comes back together.
public enum Opdrachtlezer {
    /// - Parameters:
    ///   - tekst: the YAML.
    ///   - bestand: name of the file, for messages; without `.yaml` it must be the `opdracht` in it.
    public static func lees(_ tekst: String, bestand: String) throws(Opdrachtfouten) -> Opdracht {
        let meldingen = Meldingen(bestand: bestand)
        let opdracht = wortel(tekst, meldingen).flatMap { root in
            root.blok { blok in lees(blok, bestand: bestand) }
        }
        guard let opdracht, meldingen.fouten.isEmpty else {
            throw Opdrachtfouten(meldingen.fouten.sorted { ($0.regel, $0.veld) < ($1.regel, $1.veld) })
        }
        return opdracht
    }

    private static func wortel(_ tekst: String, _ meldingen: Meldingen) -> Veld? {
        do {
            if let node = try Yams.compose(yaml: tekst) { return Veld(node: node, naam: "", meldingen: meldingen) }
            meldingen.meld("het bestand is leeg", veld: "", regel: nil)
        } catch let error as YamlError {
            switch error {
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
                .composer(_, let problem, let mark, _):
                meldingen.meld("dit is geen geldige YAML (\(problem))", veld: "", regel: mark.line)
            case .duplicatedKeysInMapping(let keys, let context):
                meldingen.meld(
                    "dit veld staat er twee keer", veld: keys.sorted().joined(separator: ", "), regel: context.mark.line)
            default:
                meldingen.meld("dit is geen geldige YAML (\(error))", veld: "", regel: nil)
            }
        } catch {
            meldingen.meld("dit bestand is niet te lezen", veld: "", regel: nil)
        }
        return nil
    }

    private static func lees(_ blok: Blok, bestand: String) -> Opdracht? {
        let naam = blok.verplicht("opdracht")
        let id = naam?.code()
        if let naam, let id, bestand != "\(id).yaml" { naam.meld("het bestand moet dan \(id).yaml heten") }
        let gemeente = blok.verplicht("gemeente")?.blok { blok in
            let code = blok.verplicht("code")?.waarde(Gemeentecode.self)
            let naam = blok.verplicht("naam")?.tekst()
            let oin = blok.verplicht("oin")?.waarde(OIN.self)
            return code.flatMap { code in naam.flatMap { naam in oin.map { (code: code, naam: naam, oin: $0) } } }
        }
        let geldig = blok.verplicht("geldig")?.blok { blok -> (van: Datum, tot: Datum?)? in
            let van = blok.verplicht("van")?.datum()
            let tot = blok.mogelijk("tot")
            let einde = tot?.datum()
            if let tot, let van, let einde, einde < van { tot.meld("het einde ligt voor het begin") }
            return van.map { ($0, einde) }
        }
        let team = blok.verplicht("team")?.tekst()
        let andereTeams = blok.mogelijk("andere-teams").map { $0.lijst { $0.tekst() } } ?? []
        let doelgroepen = blok.verplicht("doelgroepen")?.doelgroepen()
        let eersteContact = blok.verplicht("eerste-contact")?.termijn()
        let traject = blok.verplicht("traject")?.trajectregels()
        let leefgebieden = blok.verplicht("leefgebieden")?.uniekeLijst("leefgebied") { $0.keuze(Leefgebied.self) }
        let doelen = blok.verplicht("doelen")?.doelenbibliotheek(leefgebieden: leefgebieden ?? Leefgebied.allCases)
        let planblok = blok.mogelijk("plan")
        let plan = planblok?.planregels()
        let regeldag = blok.verplicht("regeldag")?.regeldag()
        let meten = blok.mogelijk("metingen")
        let metingen = meten?.meetregels(leefgebieden: leefgebieden ?? Leefgebied.allCases)
        let seinen = blok.mogelijk("signalen")
        let signalen = seinen?.signaalregels()
        for code in traject?.tweedeStart?.regelzaken ?? [] where regeldag != nil && regeldag?.stap(code) == nil {
            blok.veld.meld("traject.tweede-start.regelzaken noemt \(code), maar die stap staat niet in regeldag")
        }
        let reiskosten = blok.verplicht("reiskosten")?.reiskosten()
        let indicatoren = blok.verplicht("indicatoren")?.indicatoren()
        let tarieven = blok.mogelijk("tarieven").map { $0.tarieven() } ?? []
        let taakstelling = blok.mogelijk("taakstelling").map { $0.taakstelling() } ?? []
        let voorbeelden = blok.mogelijk("taakstelling-voorbeeld").map { $0.taakstelling(isVoorbeeld: true) } ?? []
        let bereikbaar = blok.mogelijk("bereikbaar").map { $0.bereikbaar() } ?? []
        let instroom = blok.mogelijk("instroom").map { $0.instroomregels() } ?? Instroomregels()
        let uitbeeld = blok.mogelijk("uit-beeld").map { $0.uitbeeldregels() } ?? Uitbeeldregels()
        let caseload = blok.mogelijk("caseload").map { $0.caseloadregels() } ?? Caseloadregels()

        guard let id, let gemeente, let geldig, let team, let doelgroepen, let eersteContact, let traject, let leefgebieden,
            let doelen, let regeldag, let reiskosten, let indicatoren, let tarieven, let taakstelling, let voorbeelden,
            let andereTeams,
            let instroom, let uitbeeld, let caseload, let bereikbaar, meten == nil || metingen != nil,
            planblok == nil || plan != nil, seinen == nil || signalen != nil
        else { return nil }
        var opdracht = Opdracht(
            id: id, gemeente: gemeente.code, gemeentenaam: gemeente.naam, geldigVan: geldig.van, geldigTot: geldig.tot,
            oin: gemeente.oin, team: team, doelgroepen: doelgroepen, eersteContact: eersteContact, traject: traject,
            leefgebieden: leefgebieden, doelen: doelen, regeldag: regeldag, reiskosten: reiskosten,
            indicatoren: indicatoren, tarieven: tarieven, taakstelling: taakstelling + voorbeelden, andereTeams: andereTeams,
            instroom: instroom)
        opdracht.metingen = metingen
        opdracht.bereikbaar = bereikbaar
        opdracht.plan = plan ?? Planregels()
        opdracht.signalen = signalen
        (opdracht.uitbeeld, opdracht.caseload) = (uitbeeld, caseload)
        return opdracht
    }
}
