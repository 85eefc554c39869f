// SPDX-License-Identifier: EUPL-1.2
import Domein

extension Veld {
    /// The block `uit-beeld`; what is left out keeps our own practice.
    func uitbeeldregels() -> Uitbeeldregels? {
        blok { blok in
            var regels = Uitbeeldregels()
            var goed = true
            func lees(_ naam: String, _ richting: Termijn.Richting, _ zet: (inout Uitbeeldregels, Termijn) -> Void) {
                guard let veld = blok.mogelijk(naam) else { return }
                guard let termijn = veld.termijn() else { return goed = false }
                if termijn.richting != richting {
                    veld.meld(richting == .voor ? "schrijf hier richting: voor" : "deze termijn telt vooruit")
                    goed = false
                } else if termijn.aantal == 0 {
                    veld.meld("een duur van 0 zet iedereen altijd op de lijst")
                    goed = false
                }
                zet(&regels, termijn)
            }
            lees("geen-contact", .na) { $0.geenContact = $1 }
            lees("niets-gepland", .na) { $0.nietsGepland = $1 }
            lees("klok-loopt-af", .voor) { $0.klokLooptAf = $1 }
            lees("termijn-nadert", .voor) { $0.termijnNadert = $1 }
            lees("rapport", .voor) { $0.rapport = $1 }
            lees("document-verloopt", .voor) { $0.documentVerloopt = $1 }
            lees("wacht-op-ouder", .na) { $0.wachtOpOuder = $1 }
            lees("gezien-ten-hoogste", .na) { $0.gezienLangst = $1 }
            if let veld = blok.mogelijk("gezien-redenen") {
                guard let redenen = veld.redenen() else { return nil }
                regels.gezienRedenen = redenen
            }
            return goed ? regels : nil
        }
    }

    /// The block `caseload`; what is left out keeps our own practice.
    func caseloadregels() -> Caseloadregels? {
        blok { blok in
            var regels = Caseloadregels()
            let norm = blok.verplicht("norm")?.getal(1...200)
            let bron = blok.verplicht("bron")?.tekst()
            let fasen = blok.verplicht("fasen")?.fasen()
            let gewichten = ["stilstaand", "meerijdend", "wachtend", "nazorg"].map { blok.verplicht($0)?.getal(0...400) }
            let intensiteiten = blok.verplicht("intensiteiten")?.uniekeCodes { blok, code in
                let naam = blok.verplicht("naam")?.tekst()
                let deel = blok.verplicht("percentage")?.getal(10...400)
                return naam.flatMap { naam in
                    deel.map { Caseloadregels.Intensiteit(code: code, naam: naam, percentage: $0) }
                }
            }
            let overdracht = blok.verplicht("overdracht")?.blok { blok -> (Termijn, [Uitbeeldregels.Reden])? in
                let reactie = blok.verplicht("reactie")?.termijn()
                let redenen = blok.verplicht("weigerredenen")?.redenen()
                return reactie.flatMap { reactie in redenen.map { (reactie, $0) } }
            }
            guard let norm, let bron, let fasen, let intensiteiten, let overdracht, let stil = gewichten[0],
                let mee = gewichten[1], let wacht = gewichten[2], let nazorg = gewichten[3]
            else { return nil }
            (regels.norm, regels.bron, regels.fasen, regels.intensiteiten) = (norm, bron, fasen, intensiteiten)
            (regels.stilstaand, regels.meerijdend, regels.wachtend, regels.nazorg) = (stil, mee, wacht, nazorg)
            (regels.reactie, regels.weigerredenen) = overdracht
            return regels
        }
    }

    private func fasen() -> [Caseloadregels.Fase]? {
        let fasen = uniekeCodes { blok, code -> Caseloadregels.Fase? in
            let naam = blok.verplicht("naam")?.tekst()
            let tot = blok.mogelijk("tot")
            let einde = tot?.termijn()
            let gewicht = blok.verplicht("gewicht")?.getal(0...400)
            guard let naam, let gewicht, tot == nil || einde != nil else { return nil }
            return Caseloadregels.Fase(code: code, naam: naam, tot: einde, gewicht: gewicht)
        }
        if let fasen, fasen.last?.tot != nil || fasen.dropLast().contains(where: { $0.tot == nil }) || fasen.isEmpty {
            meld("alleen de laatste fase heeft geen einde")
        }
        return fasen
    }

    /// Codes with a name, at least one.
    private func redenen() -> [Uitbeeldregels.Reden]? {
        let redenen = uniekeCodes { blok, code in
            (blok.verplicht("naam")?.tekst()).map { Uitbeeldregels.Reden(code: code, naam: $0) }
        }
        if redenen?.isEmpty == true { meld("noem ten minste één reden") }
        return redenen
    }
}
