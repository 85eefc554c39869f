// SPDX-License-Identifier: EUPL-1.2
import Web

/// The first step of the sign-in: user name and password.
struct AanmeldPagina: PageModel {
    static let template = "aanmelden"
    let titel = "Aanmelden"
    let velden: [Veld]
    let fouten: Foutenlijst?
    let melding: Melding?
    /// Where to go after signing in.
    let naar: String?

    init(_ form: FormValues = FormValues(), naar: String?, melding: Melding? = nil) {
        velden = [
            Veld("gebruikersnaam", "Gebruikersnaam", form, aanvullen: "username", lengte: 100),
            Veld("wachtwoord", "Wachtwoord", form, soort: .wachtwoord, aanvullen: "current-password"),
        ]
        (fouten, self.melding, self.naar) = (Foutenlijst(form), melding, naar)
    }
}

/// The second step: the code of the app.
struct CodePagina: PageModel {
    static let template = "code"
    let titel = "Code invullen"
    let veld: Veld
    let fouten: Foutenlijst?
    let naar: String?

    init(_ form: FormValues = FormValues(), naar: String?) {
        veld = Veld(
            "code", "Code", form.errors.isEmpty ? form : FormValues(errors: form.errors),
            hulp: "Zes cijfers uit de app op uw telefoon.",
            breedte: .code, aanvullen: "one-time-code", toetsen: "numeric", lengte: 7)
        (fouten, self.naar) = (Foutenlijst(form), naar)
    }
}
