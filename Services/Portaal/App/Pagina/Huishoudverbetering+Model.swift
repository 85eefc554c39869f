// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// The last change of somebody's household, put right: the day on which it began and what the person is there.
struct HuishoudverbeteringPagina: PageModel {
    static let template = "huishoudverbetering"
    let titel = "Dag of rol verbeteren"
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let fouten: Foutenlijst?
    let wie: String
    let nummer: String
    let actie: String
    let terug: String
    let versie: Int
    /// What the fields held when the form was opened.
    let was: [VerborgenVeld]
    let van: Veld
    let rol: Kiesvak

    init(_ huishouden: HuishoudenID, _ lid: Huishoudbeeld.Lid, _ form: FormValues? = nil, vandaag: Datum) {
        let pad = "/huishouden/\(huishouden)"
        let form = form ?? Self.form(lid)
        kruimels = [Koppeling("Mensen", "/mensen"), Koppeling("Huishouden", pad)]
        fouten = Foutenlijst(form)
        (wie, nummer) = (lid.naam, lid.dossiernummer)
        (actie, terug) = ("\(pad)/verbeter/\(lid.dossier)", pad)
        versie = Int(form.text("versie")) ?? lid.versie
        was = Botsing.begin(Self.velden, form)
        van = Veld(
            "van", "Vanaf welke dag woont deze persoon hier?", form, soort: .datum,
            hulp: "De eerste dag in dit huishouden, of de dag waarop de rol veranderde.", maximum: vandaag.description)
        rol = Kiesvak("rol", "Wat is deze persoon in het huishouden?", form, HuishoudenPagina.rollen)
    }

    /// The form as it stands now.
    static func form(_ lid: Huishoudbeeld.Lid) -> FormValues {
        FormValues(["van": [lid.van.description], "rol": [lid.rol]])
    }
}
