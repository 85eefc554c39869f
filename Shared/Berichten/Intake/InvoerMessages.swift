// SPDX-License-Identifier: EUPL-1.2
import Domein

/// A worker enters somebody who was not handed over by a message. Judged by the same rules. Texts are as typed; what is
/// wrong with them comes back per field.
public struct AanmeldingInvoeren: Command {
    public static let type = "nl.wegwijs.intake.aanmelding-invoeren.v1"
    public static let service = ServiceName.intake
    public struct Answer: Codable, Sendable, Equatable {
        /// Nil: nothing was kept, because of `gelijkend`.
        public var toestand: AanmeldingToestand?
        /// Nil while it waits for somebody to decide.
        public var dossier: DossierID?
        /// Who looks like this person and was not in `gezien`.
        public var gelijkend: [DossierLabel]
        public init(toestand: AanmeldingToestand?, dossier: DossierID?, gelijkend: [DossierLabel]) {
            (self.toestand, self.dossier, self.gelijkend) = (toestand, dossier, gelijkend)
        }
    }
    /// Made with the form: the same form sent twice is the same aanmelding.
    public var aanmelding: AanmeldingID
    public var gemeente: String
    public var doelgroep: String
    public var bsn: String?
    public var vnummer: String?
    public var voornamen: String?
    public var voorvoegsel: String?
    public var geslachtsnaam: String?
    public var roepnaam: String?
    /// `1990-03-12`, `1990-03`, `1990` or `onbekend`: as far as it is reliable.
    public var geboortedatum: String
    public var geslacht: String?
    public var telefoon: String?
    public var straat: String?
    public var huisnummer: String?
    public var postcode: String?
    public var woonplaats: String?
    /// The household that the person joins; nil for one of its own.
    public var huishouden: HuishoudenID?
    public var rol: String?
    public var datumHuisvesting: String?
    /// The day on which the person was matched with the gemeente.
    public var datumKoppeling: String?
    public var verblijfsvorm: String?
    public var spreektaal: String?
    public var leestaal: String?
    public var tolktaal: String?
    public var tolkNodig: Bool
    public var geheimhouding: Bool
    /// Of whom the worker said: this is somebody else.
    public var gezien: [DossierID]

    public init(
        aanmelding: AanmeldingID, gemeente: String, doelgroep: String, bsn: String? = nil, vnummer: String? = nil,
        voornamen: String? = nil, voorvoegsel: String? = nil, geslachtsnaam: String? = nil, roepnaam: String? = nil,
        geboortedatum: String, geslacht: String? = nil, telefoon: String? = nil, straat: String? = nil,
        huisnummer: String? = nil, postcode: String? = nil, woonplaats: String? = nil, huishouden: HuishoudenID? = nil,
        rol: String? = nil, datumHuisvesting: String? = nil, datumKoppeling: String? = nil,
        verblijfsvorm: String? = nil, spreektaal: String? = nil, leestaal: String? = nil, tolktaal: String? = nil,
        tolkNodig: Bool = false, geheimhouding: Bool = false,
        gezien: [DossierID] = []
    ) {
        (self.aanmelding, self.gemeente, self.doelgroep, self.bsn) = (aanmelding, gemeente, doelgroep, bsn)
        (self.vnummer, self.voornamen, self.voorvoegsel) = (vnummer, voornamen, voorvoegsel)
        (self.geslachtsnaam, self.roepnaam, self.geboortedatum) = (geslachtsnaam, roepnaam, geboortedatum)
        (self.geslacht, self.telefoon, self.straat, self.huisnummer) = (geslacht, telefoon, straat, huisnummer)
        (self.postcode, self.woonplaats, self.huishouden, self.rol) = (postcode, woonplaats, huishouden, rol)
        (self.datumHuisvesting, self.datumKoppeling) = (datumHuisvesting, datumKoppeling)
        self.verblijfsvorm = verblijfsvorm
        (self.spreektaal, self.leestaal, self.tolktaal) = (spreektaal, leestaal, tolktaal)
        (self.tolkNodig, self.geheimhouding, self.gezien) = (tolkNodig, geheimhouding, gezien)
    }
}
