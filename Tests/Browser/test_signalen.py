# SPDX-License-Identifier: EUPL-1.2
"""Signals, safety and the Meldcode: the way through the pages, empty and filled, at 360 and 1280 pixels, found well by axe."""
import re

from playwright.sync_api import expect

from test_schermen import alle


def _dossier(pagina) -> str:
    return alle(pagina, "/mensen", "/dossier/")[-1]


def test_signaal_veiligheid_en_meldcode(bezoek, binnen, kijk_na):
    pagina = bezoek(**binnen("begeleider3"))
    dossier = _dossier(pagina)

    pagina.goto(f"{dossier}/signalen")
    kijk_na(pagina, "signalen-leeg", open=True)
    pagina.get_by_role("button", name="Vastleggen").click()
    expect(pagina.get_by_role("heading", name=re.compile("niet goed"))).to_be_visible()
    kijk_na(pagina, "signalen-fout", open=True)
    pagina.get_by_label("Waar gaat het over?").select_option("geweld")
    pagina.get_by_label("Wat zag of hoorde u?").fill("De deur van de woning was ingetrapt.")
    pagina.get_by_label("Ik zag of hoorde het zelf").check()
    pagina.get_by_label("Spoed").check()
    pagina.get_by_role("button", name="Vastleggen").click()
    expect(pagina.get_by_text("Het is vastgelegd.")).to_be_visible()
    kijk_na(pagina, "signalen", open=True)

    pagina.goto("/")
    # The list of a busy begeleider has more than one page.
    while "Er staat iets open in het dossier" not in pagina.inner_text("main"):
        pagina.goto(pagina.locator("main a[rel=next]").first.get_attribute("href"))
    assert "geweld" not in pagina.inner_text("main").lower()

    pagina.goto(f"{dossier}/signalen")
    pagina.get_by_role("link", name=re.compile("Geweld")).first.click()
    kijk_na(pagina, "signaal", open=True)
    pagina.get_by_label("Wat hebt u gedaan of afgesproken?").fill("Veilig Thuis gebeld.")
    pagina.locator("form[action$='/opvolgen'] button").click()
    expect(pagina.get_by_role("main")).to_contain_text("Veilig Thuis gebeld.")

    pagina.get_by_role("button", name="Begin met de vijf stappen").click()
    expect(pagina.get_by_role("heading", name="De vijf stappen")).to_be_visible()
    kijk_na(pagina, "meldcode-zaak-leeg", open=True)
    zaak = pagina.url
    pagina.get_by_role("link", name=re.compile(r"Opschrijven\s*: 1")).click()
    pagina.get_by_label("Wat is er gezien en gezegd").fill("Ingetrapte deur, gezien bij het huisbezoek.")
    pagina.get_by_role("button", name="Opschrijven").click()
    expect(pagina.get_by_role("main")).to_contain_text("Ingetrapte deur")
    # A step too early asks for a reason, and what was typed stays.
    pagina.goto(f"{zaak}/besluit")
    pagina.get_by_label("Waarom besluit u dit").fill("Het kan niet langer.")
    for groep in pagina.get_by_role("radiogroup").all():
        groep.get_by_label("Ja", exact=True).check()
    pagina.get_by_role("button", name="Opschrijven").click()
    expect(pagina.get_by_role("main")).to_contain_text("Stap 2 is nog niet gedaan")
    expect(pagina.get_by_label("Waarom besluit u dit")).to_have_value("Het kan niet langer.")
    kijk_na(pagina, "meldcode-besluit-te-vroeg")
    for soort in ("overleg", "gesprek", "weging", "kindcheck", "gevaar"):
        pagina.goto(f"{zaak}/{soort}")
        kijk_na(pagina, f"meldcode-{soort}")
    pagina.goto(zaak)
    kijk_na(pagina, "meldcode-zaak", open=True)
    pagina.goto("/meldcode")
    kijk_na(pagina, "meldcode", open=True)
    # A quick way out is on every page of it.
    pagina.get_by_role("link", name="Snel weg").click()
    expect(pagina).to_have_url(re.compile(r"/$"))

    pagina.goto(f"{dossier}/veiligheid")
    kijk_na(pagina, "veiligheid-leeg", open=True)
    pagina.get_by_label("Alleen dit nummer bellen").fill("06 12345678")
    pagina.get_by_label("Laat nooit een bericht achter").check()
    pagina.get_by_role("button", name="Opslaan").click()
    pagina.get_by_label("Wat is afgesproken?").fill("Belt de buurvrouw en gaat daarheen.")
    pagina.get_by_role("button", name="Afspraak vastleggen").click()
    expect(pagina.get_by_role("main")).to_contain_text("Belt de buurvrouw")
    kijk_na(pagina, "veiligheid", open=True)
    for plek in ("", "/contact"):
        pagina.goto(dossier + plek)
        balk = pagina.get_by_role("note", name="Zo hebt u veilig contact")
        expect(balk).to_contain_text("Bel alleen dit nummer: 06 12345678.")
        expect(balk).to_contain_text("Laat nooit een bericht achter")
    # Anything that rings by one tap would ring the wrong number.
    assert pagina.locator("main a[href^='tel:']").count() == 0

    functionaris = bezoek(**binnen("aandacht1"))
    functionaris.goto("/meldcode")
    kijk_na(functionaris, "meldcode-aandachtsfunctionaris", open=True)
    functionaris.goto(zaak)
    expect(functionaris.get_by_role("main")).to_contain_text("Ingetrapte deur")
    for wie in ("teamleider1", "begeleider4", "beheerder", "klantmanager1"):
        vreemd = bezoek(**binnen(wie))
        assert vreemd.goto(zaak).status == 404
    functionaris.reload()
    expect(functionaris.get_by_role("main")).to_contain_text("wilde dit openen en mocht niet")
    noodinzage(bezoek, binnen, kijk_na, functionaris, dossier, zaak)


def noodinzage(bezoek, binnen, kijk_na, functionaris, dossier: str, zaak: str):
    """Danger now: the team leader reads for a while, and the aandachtsfunctionaris looks at it at once."""
    leider = bezoek(**binnen("teamleider1"))
    leider.goto(f"{dossier}/signalen")
    leider.get_by_role("link", name="Vraag noodinzage").click()
    kijk_na(leider, "noodvraag")
    leider.get_by_role("button", name="Vraag noodinzage").click()
    expect(leider.get_by_role("main")).to_contain_text("Kies waarom u dit nu moet weten.")
    kijk_na(leider, "noodvraag-fout")
    leider.get_by_label("Er is nu gevaar voor iemand").check()
    leider.get_by_label("Wat is er aan de hand?").fill("Zij belt vanuit de badkamer.")
    leider.get_by_role("button", name="Vraag noodinzage").click()
    expect(leider.get_by_role("heading", name=re.compile("Noodinzage bij"))).to_be_visible()
    kijk_na(leider, "noodinzage")
    leider.get_by_role("link", name="Zaak 1").click()
    expect(leider).to_have_url(zaak)
    expect(leider.get_by_role("main")).to_contain_text("Ingetrapte deur")
    assert leider.get_by_role("link", name=re.compile("Opschrijven|Aanvulling|Verbeteren")).count() == 0
    kijk_na(leider, "meldcode-zaak-nood")
    assert leider.goto(f"{zaak}/aanvulling").status == 404

    functionaris.goto("/")
    kijk_na(functionaris, "vandaag-noodinzage")
    functionaris.get_by_role("link", name=re.compile("op uw oordeel")).first.click()
    if functionaris.url.endswith("/meldcode-inzage"):
        kijk_na(functionaris, "noodinzagen")
        functionaris.locator("tr", has_text="Te beoordelen").get_by_role("link").first.click()
    expect(functionaris.get_by_role("main")).to_contain_text("Zij belt vanuit de badkamer.")
    kijk_na(functionaris, "noodinzage-beoordelen")
    functionaris.get_by_label("Dit was nodig", exact=True).check()
    functionaris.get_by_label("Waarom, en wat is er afgesproken?").fill("De politie was er op tijd.")
    functionaris.get_by_role("button", name="Leg vast").click()
    kijk_na(functionaris, "noodinzagen-beoordeeld")
    functionaris.goto(zaak)
    expect(functionaris.get_by_role("main")).to_contain_text("las dit in nood")
    # Another dossier, without a file: the same questions, and then that there is nothing.
    ander = alle(leider, "/mensen", "/dossier/")[0]
    leider.goto("/meldcode-nood/" + ander.rsplit("/", 1)[1])
    leider.get_by_label("Er is nu gevaar voor iemand").check()
    leider.get_by_label("Wat is er aan de hand?").fill("Vergissing.")
    leider.get_by_role("button", name="Vraag noodinzage").click()
    expect(leider.get_by_role("heading", name="Wat er te lezen is")).to_be_visible()
