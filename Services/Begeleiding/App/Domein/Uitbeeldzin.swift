// SPDX-License-Identifier: EUPL-1.2
import Domein

extension Uitbeeld {
    /// What the sentences of a reason need to know beside its day.
    struct Woorden: Sendable {
        var laatsteContact: Datum?
        var noShowOp: Datum?
        var gepland: Datum?
        /// Name and explanation of the step of the regeldag.
        var regelzaak: (naam: String, waarom: String)?
        /// Explanation of the date, from the clock.
        var klok: String?
        var regels: Uitbeeldregels
        var noShowWerkdagen: Int
    }

    /// One sentence that says what is the matter, and why it is on the list.
    static func zinnen(_ punt: Punt, _ w: Woorden, vandaag: Datum) -> (tekst: String, waarom: String) {
        let telaat = punt.uiterlijkOp < vandaag
        let dag = punt.uiterlijkOp.tekst
        func bron(_ termijn: Termijn) -> String { "Bron: \(termijn.bron)." }
        switch punt.soort {
        case .geenBegeleider:
            return ("Niemand begeleidt deze persoon nog.", "De aanmelding is geaccepteerd op \(dag). Een teamleider verdeelt.")
        case .eersteContact:
            return ("Er is nog geen contact geweest.", w.klok ?? "Het eerste contact moest uiterlijk op \(dag).")
        case .geenContact:
            let laatste = w.laatsteContact.map { "Het laatste contact was op \($0.tekst). " } ?? ""
            return (
                "Er is te lang geen contact geweest.",
                "\(laatste)Na \(w.regels.geenContact.duur) zonder contact komt iemand op deze lijst. \(bron(w.regels.geenContact))"
            )
        case .noShow:
            return (
                "Niet verschenen\(w.noShowOp.map { " op \($0.tekst)" } ?? ""), en daarna is er niets vastgelegd.",
                "Na een no-show volgt binnen \(w.noShowWerkdagen) werkdagen een reactie. Bron: eigen werkafspraak."
            )
        case .nietsGepland:
            let laatste = w.gepland.map { "Het laatste dat gepland stond was op \($0.tekst). " } ?? ""
            return (
                "Er staat niets gepland.",
                "\(laatste)Langer dan \(w.regels.nietsGepland.duur) zonder afspraak of stap met een dag komt iemand op deze lijst. \(bron(w.regels.nietsGepland))"
            )
        case .klokLooptAf:
            return (
                telaat ? "De laatste dag van het traject was \(dag). Rond het af." : "Het traject loopt af op \(dag).",
                w.klok ?? bron(w.regels.klokLooptAf)
            )
        case .termijn:
            let naam = w.regelzaak?.naam ?? "een regelzaak"
            return (
                telaat ? "Te laat: \(naam), uiterlijk \(dag)." : "Bijna te laat: \(naam), uiterlijk \(dag).",
                w.regelzaak?.waarom ?? ""
            )
        case .rapport:
            let wat = punt.bron == "overdrachtsdocument" ? "Het overdrachtsdocument" : "De tussenrapportage"
            return (
                telaat ? "\(wat) is te laat: het moest op \(dag)." : "\(wat) moet er zijn op \(dag).",
                w.klok ?? bron(w.regels.rapport)
            )
        case .document:
            return (
                telaat ? "Het verblijfsdocument is verlopen op \(dag)." : "Het verblijfsdocument verloopt op \(dag).",
                "Verlengen kan vanaf \(w.regels.documentVerloopt.duur) voor de laatste dag. Een verlopen document brengt uitkering en verzekering in gevaar. \(bron(w.regels.documentVerloopt))"
            )
        case .achttien:
            return (
                "Deze persoon is 18 jaar of kan dat zijn, en heeft geen eigen traject.",
                "Bekend sinds \(dag). De teamleider beslist of er een eigen traject komt. Bron: plaatselijke praktijk, te bevestigen."
            )
        case .wachtOpOuder:
            return (
                "Dit kind heeft nog geen ouder of voogd met een traject.",
                "Een kind rijdt mee met het traject van een volwassene. Na \(w.regels.wachtOpOuder.duur) zoekt iemand uit bij wie het hoort. \(bron(w.regels.wachtOpOuder))"
            )
        case .overdracht:
            return (
                "De overdracht van dit dossier is niet beantwoord.",
                "De ontvanger moest uiterlijk op \(dag) antwoorden. Tot die tijd blijft wie het dossier had verantwoordelijk."
            )
        case .pauze:
            return (
                "De klok staat stil. Kijk of dat nog klopt.", "Een pauze wordt steeds opnieuw bekeken. Bron: eigen werkafspraak."
            )
        case .nazorg:
            return ("Het nazorgcontact van \(dag) is niet vastgelegd.", "Na de afronding vraagt iemand nog hoe het gaat.")
        }
    }
}
