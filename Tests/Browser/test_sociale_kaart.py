# SPDX-License-Identifier: EUPL-1.2
"""C1, C2, C4, C9 and C10: a worker searches and keeps the directory, a partner keeps its own entry, files go in and out, and a goal
leads to services that may fit it."""
import datetime
import json
import re

import pytest

NIEUW = f"Taalcafé Proef {datetime.datetime.now():%H%M%S}"


@pytest.fixture(scope="module")
def vermelding(browser, adres, binnen):
    """An entry with everything in it, made through the form; its address."""
    context = browser.new_context(base_url=adres, locale="nl-NL", **binnen("begeleider1"))
    pagina = context.new_page()
    pagina.goto("/sociale-kaart/nieuw")
    vul(pagina, NIEUW)
    # One more row comes without losing what was typed.
    pagina.get_by_role("button", name="Nog een plek").click()
    assert pagina.get_by_label("Naam", exact=True).first.input_value() == NIEUW
    pagina.locator("select[name='locatie-1-soort']").select_option("online")
    pagina.locator("input[name='locatie-1-link']").fill("https://voorbeeld.example/samen")
    pagina.get_by_role("button", name="Bewaar", exact=True).last.click()
    assert "De vermelding is bewaard" in pagina.inner_text("main"), pagina.inner_text("main")
    pad = re.sub(r"^https?://[^/]+", "", pagina.url)
    context.close()
    return pad


def vul(pagina, naam):
    pagina.get_by_label("Naam", exact=True).first.fill(naam)
    pagina.get_by_label("Omschrijving").fill("Samen Nederlands oefenen met koffie.")
    for term in ("Taal en inburgering", "Statushouders", "Vrij toegankelijk", "Inwoner kan worden verwezen of gewezen"):
        pagina.get_by_text(term, exact=True).click()
    pagina.get_by_label("Tigrinya").check()
    pagina.get_by_label("Wat neemt iemand mee?").fill("Een pen\nEen schrift")
    pagina.get_by_label("Wat kost het?").fill("Gratis")
    pagina.get_by_label("Waar werken ze?").fill("Almere Haven")
    plek = pagina.get_by_role("group", name="Plek 1")
    plek.get_by_label("Naam van de plek").fill("Corrosia")
    plek.get_by_label("Straat en nummer").fill("Markt 43")
    plek.get_by_label("Postcode").fill("1354 AZ")
    pagina.locator("input[name='locatie-0-plaats']").fill("Almere")
    tijd = pagina.get_by_role("group", name="Tijd 1")
    for dag in ("dinsdag", "donderdag"):
        tijd.get_by_label(dag).check()
    pagina.locator("input[name='opening-0-van']").fill("13:00")
    pagina.locator("input[name='opening-0-tot']").fill("16:00")
    pagina.get_by_label("Ja, gebeld").check()


PAGINAS = [
    ("begeleider1", "/sociale-kaart?zoek=taal&doelgroep=statushouders&leeftijd=30&gebied=Almere&dag=2&tijd=14:00", "kaart-gefilterd"),
    ("begeleider1", "/sociale-kaart?zoek=taal&gratis=ja&taal=ti&leeftijd=3&toegang=besluit", "kaart-niets-gevonden"),
    ("begeleider1", "/sociale-kaart?postcode=0000&leeftijd=200", "kaart-fout-filter"),
    ("begeleider1", "/sociale-kaart/nieuw", "vermelding-nieuw"),
    ("teamleider1", "/sociale-kaart/controle", "kaart-controle"),
    ("teamleider1", "/sociale-kaart/bestanden", "kaart-bestanden"),
    ("begeleider1", "/sociale-kaart/begrippen", "begrippen"),
    ("beheerder", "/sociale-kaart", "kaart-beheerder"),
    ("begeleider1", "/sociale-kaart/organisatie/nieuw", "organisatie-nieuw"),
]


@pytest.mark.parametrize("wie, pad, naam", PAGINAS)
def test_pagina(bezoek, binnen, kijk_na, wie, pad, naam):
    pagina = bezoek(**binnen(wie))
    antwoord = pagina.goto(pad)
    assert antwoord.status == (400 if "fout" in naam else 200)
    assert pagina.locator("h1").count() == 1
    kijk_na(pagina, naam, open=True)


def test_een_vermelding_toont_alles(bezoek, binnen, kijk_na, vermelding):
    pagina = bezoek(**binnen("begeleider1"))
    pagina.goto(vermelding)
    tekst = pagina.inner_text("main")
    for deel in ("Corrosia", "Markt 43", "1354 AZ Almere", "Een schrift", "Tigrinya", "Gratis", "13:00 tot 16:00", "gebeld met de organisatie"):
        assert deel in tekst or deel in pagina.content(), deel
    assert "Gecontroleerd op" in tekst
    kijk_na(pagina, "vermelding", open=True)
    pagina.get_by_role("link", name="Geschiedenis").click()
    kijk_na(pagina, "vermelding-geschiedenis", open=True)


def test_zoeken_met_filters_zonder_script(bezoek, binnen, vermelding):
    """The filters are a form: they work without script, and each hit says why it is there."""
    pagina = bezoek(java_script_enabled=False, **binnen("begeleider1"))
    pagina.goto("/sociale-kaart")
    pagina.locator("#zoek").fill("taalcafe")
    pagina.get_by_text("Meer filters").click()
    pagina.locator("select[name=taal]").select_option("ti")
    pagina.locator("select[name=doelgroep]").select_option("statushouders")
    pagina.get_by_label("Dicht bij postcode").fill("1354 AZ")
    pagina.get_by_label("Hoogstens").select_option("5000")
    pagina.locator("select[name=dag]").select_option("2")
    pagina.get_by_label("Hoe laat").fill("14:30")
    pagina.get_by_label("Alleen gratis").check()
    pagina.get_by_role("button", name="Zoek met deze filters").click()
    eerste = pagina.locator("main article").first
    assert NIEUW in eerste.inner_text()
    for reden in ("Spreekt Tigrinya", "Gratis", "Dichtstbij: Corrosia", "Dan open", "Gecontroleerd op"):
        assert reden in eerste.inner_text(), eerste.inner_text()
    # A filter too many: the page says without which there is something.
    pagina.goto(pagina.url.replace("dag=2", "dag=3"))
    assert NIEUW not in pagina.inner_text("main")
    ruimer = pagina.get_by_role("link", name=re.compile("Zonder open op woensdag"))
    ruimer.click()
    assert NIEUW in pagina.inner_text("main")


def test_twee_mensen_wijzigen_tegelijk(bezoek, binnen, kijk_na, vermelding):
    een, twee = bezoek(**binnen("begeleider1")), bezoek(**binnen("teamleider1"))
    een.goto(vermelding + "/wijzigen")
    twee.goto(vermelding + "/wijzigen")
    kijk_na(een, "vermelding-wijzigen", open=True)
    een.get_by_label("Wachttijd").fill("Twee weken")
    een.get_by_label("Het is een kleine verbetering").check()
    een.get_by_role("button", name="Bewaar", exact=True).last.click()
    assert "De vermelding is bewaard" in een.inner_text("main")
    twee.get_by_label("Hoe is een tolk geregeld?").fill("Bel vooraf")
    twee.get_by_label("Ja, gebeld").check()
    twee.get_by_role("button", name="Bewaar", exact=True).last.click()
    tekst = twee.inner_text("main")
    assert "nog niet bewaard" in tekst and "Twee weken" in tekst and "Wachttijd" in tekst
    assert twee.get_by_label("Hoe is een tolk geregeld?").input_value() == "Bel vooraf"
    kijk_na(twee, "vermelding-conflict", open=True)
    # What the second one did not touch has the words of the first.
    assert twee.get_by_label("Wachttijd").input_value() == "Twee weken"
    twee.get_by_role("button", name="Bewaar", exact=True).last.click()
    tekst = twee.inner_text("main")
    assert "Bel vooraf" in tekst and "Twee weken" in tekst


def test_een_geheim_adres_wordt_niet_bewaard(bezoek, binnen, kijk_na):
    pagina = bezoek(**binnen("begeleider1"))
    pagina.goto("/sociale-kaart/nieuw")
    pagina.get_by_label("Naam", exact=True).first.fill(f"Opvang {NIEUW}")
    plek = pagina.get_by_role("group", name="Plek 1")
    plek.get_by_label("Dit adres is geheim").check()
    plek.get_by_label("Straat en nummer").fill("Geheimestraat 9")
    pagina.locator("input[name=controle][value=niet]").check()
    pagina.get_by_role("button", name="Bewaar", exact=True).last.click()
    assert "alleen de plaatsnaam" in pagina.inner_text("main")
    kijk_na(pagina, "vermelding-geheim", open=True)
    plek = pagina.get_by_role("group", name="Plek 1")
    plek.get_by_label("Straat en nummer").fill("")
    pagina.locator("input[name='locatie-0-plaats']").fill("Almere")
    pagina.get_by_role("button", name="Bewaar", exact=True).last.click()
    assert "Het adres is geheim" in pagina.inner_text("main")
    # Ended, and opened again.
    pagina.get_by_role("link", name="Opheffen").click()
    kijk_na(pagina, "vermelding-opheffen")
    pagina.get_by_role("button", name="Hef de vermelding op").click()
    assert "bestaat niet meer" in pagina.inner_text("main")
    pagina.get_by_role("link", name="Weer openen").click()
    pagina.locator("select[name=status]").select_option("actief")
    pagina.locator("input[name=controle][value=niet]").check()
    pagina.get_by_role("button", name="Bewaar", exact=True).last.click()
    assert "Nog niet gecontroleerd" in pagina.inner_text("main")


def test_wat_oud_is_staat_in_het_werk_en_op_de_eerste_pagina(bezoek, binnen):
    pagina = bezoek(**binnen("teamleider1"))
    pagina.goto("/")
    pagina.get_by_role("link", name=re.compile("na te vragen")).click()
    rij = pagina.locator("main ul.taken li").last
    naam = rij.get_by_role("link").inner_text()
    assert re.search("Nog niet gecontroleerd|vraag na|Controle verlopen", rij.inner_text())
    rij.get_by_role("link").click()
    pagina.get_by_label("Gebeld").check()
    pagina.get_by_role("button", name="Het klopt").click()
    assert "De controle is vastgelegd" in pagina.inner_text("main") and naam in pagina.inner_text("h1")


def test_upl_en_termen_zijn_te_zien(bezoek, binnen):
    pagina = bezoek(**binnen("begeleider1"))
    pagina.goto("/sociale-kaart?zoek=schuldhulpverlening")
    pagina.get_by_role("link", name="Schuldhulpverlening", exact=True).click()
    assert "Uniforme Productnamenlijst" in pagina.inner_text("main")
    assert pagina.locator("main a[href^='http://standaarden.overheid.nl/owms/terms/']").count()
    assert "Doelgroep" in pagina.inner_text("main") and "Toegang" in pagina.inner_text("main")


def wacht_op(pagina, tekst):
    for _ in range(60):
        if tekst in pagina.inner_text("main"):
            return
        pagina.wait_for_timeout(500)
        pagina.goto(pagina.url)
    raise AssertionError(pagina.inner_text("main"))


def test_uitvoeren_en_weer_inlezen(bezoek, binnen, kijk_na, vermelding, tmp_path):
    """What goes out comes in as the same; a change is shown before anything is kept."""
    pagina = bezoek(**binnen("teamleider1"))
    pagina.goto("/sociale-kaart/bestanden")
    for link, naam in (("Als JSON", "kaart.json"), ("Als tabellen", "kaart.zip")):
        with pagina.expect_download() as wacht:
            pagina.get_by_role("link", name=re.compile(link)).click()
        wacht.value.save_as(tmp_path / naam)
        pagina.get_by_label("Bestand").set_input_files(tmp_path / naam)
        pagina.get_by_role("button", name="Bekijk wat er verandert").click()
        wacht_op(pagina, "Nog niet overgenomen")
        for rij in pagina.locator("tbody tr").all():
            assert [cel.inner_text() for cel in rij.locator("td").all()][:2] == ["0", "0"], rij.inner_text()
        assert pagina.get_by_role("button", name="Neem over").count() == 0
        pagina.goto("/sociale-kaart/bestanden")
    kaart = json.loads((tmp_path / "kaart.json").read_text())
    record = next(dienst for dienst in kaart["services"] if dienst["id"] in vermelding)
    record["fees_description"] = "Drie euro"
    (tmp_path / "anders.json").write_text(json.dumps(kaart))
    pagina.get_by_label("Bestand").set_input_files(tmp_path / "anders.json")
    pagina.get_by_role("button", name="Bekijk wat er verandert").click()
    wacht_op(pagina, "Nog niet overgenomen")
    kijk_na(pagina, "kaart-bestand-proef", open=True)
    assert "Drie euro" in pagina.inner_text("main")
    # What the sender called it may hold a name: the page says what it is.
    assert "kaart.json (" in pagina.inner_text("main") and "anders.json" not in pagina.content()
    pagina.get_by_role("button", name="Neem over").click()
    wacht_op(pagina, "Het bestand is overgenomen")
    kijk_na(pagina, "kaart-bestand-klaar", open=True)
    pagina.goto(vermelding)
    assert "Drie euro" in pagina.inner_text("main")
    # Errors name record and field, and nothing is kept.
    record["status"] = "onzin"
    (tmp_path / "fout.json").write_text(json.dumps(kaart))
    pagina.goto("/sociale-kaart/bestanden")
    pagina.get_by_label("Bestand").set_input_files(tmp_path / "fout.json")
    pagina.get_by_role("button", name="Bekijk wat er verandert").click()
    wacht_op(pagina, "Er staan fouten in")
    assert re.search(r"services\[\d+\]\.status", pagina.inner_text("main"))
    kijk_na(pagina, "kaart-bestand-fout", open=True)


def test_een_partner_houdt_de_eigen_vermelding_bij(bezoek, binnen, kijk_na, gebruikers, meld_aan):
    """Proposal, review with the differences, publication; the yearly question; places."""
    teamleider = bezoek(**binnen("teamleider1"))
    teamleider.goto("/sociale-kaart?zoek=bibliotheek")
    kaart = teamleider.locator("main article a[href^='/sociale-kaart/']").first.get_attribute("href")
    teamleider.goto(kaart + "/wijzigen")
    teamleider.get_by_role("link", name="Wijzig de organisatie").click()
    kijk_na(teamleider, "organisatie", open=True)
    organisatie = teamleider.locator("code").inner_text()
    beheer = bezoek(**binnen("beheerder"))
    beheer.goto("/gebruikers/nieuw")
    naam = f"kaart.{datetime.datetime.now():%H%M%S}"
    beheer.get_by_label("Naam", exact=True).fill("Balie Bibliotheek")
    beheer.get_by_label("Gebruikersnaam").fill(naam)
    beheer.get_by_role("checkbox", name="Partner").check()
    beheer.get_by_label("Nummer van de organisatie").fill(organisatie)
    beheer.get_by_role("button", name="Toevoegen").click()
    gebruikers[naam] = {
        "gebruikersnaam": naam,
        "wachtwoord": beheer.locator("[data-veld=wachtwoord]").inner_text(),
        "totp": beheer.locator("[data-veld=totp]").inner_text(),
    }
    partner = meld_aan(naam)
    partner.goto("/partner/kaart")
    kijk_na(partner, "partner-kaart", open=True)
    partner.locator(f"main a[href='/partner/kaart/{kaart.rsplit('/', 1)[1]}']").click()
    eigen = partner.url
    kijk_na(partner, "partner-vermelding", open=True)
    # A proposal is withdrawn after a question, until somebody published it.
    partner.get_by_role("link", name="Er klopt iets niet").click()
    partner.get_by_label("Wat kost het?").fill("Verkeerd bedrag")
    partner.get_by_role("button", name="Dien in").click()
    kijk_na(partner, "partner-vermelding-voorstel", open=True)
    partner.get_by_role("link", name="Trek dit voorstel in").click()
    kijk_na(partner, "partner-intrekken")
    partner.get_by_role("button", name="Trek het voorstel in").click()
    assert "Het voorstel is ingetrokken" in partner.inner_text("main") and "Verkeerd bedrag" not in partner.inner_text("main")
    partner.get_by_role("link", name="Er klopt iets niet").click()
    kijk_na(partner, "partner-voorstel", open=True)
    prijs = f"Pas kost {datetime.datetime.now():%M%S} euro"
    partner.get_by_label("Wat kost het?").fill(prijs)
    partner.get_by_label("Wilt u iets uitleggen?").fill("Nieuwe prijs dit jaar")
    partner.get_by_role("button", name="Dien in").click()
    assert "Wij kijken uw voorstel na" in partner.inner_text("main") and prijs in partner.inner_text("main")
    teamleider.goto(kaart)
    assert prijs not in teamleider.inner_text("main")
    teamleider.goto("/")
    teamleider.get_by_role("link", name=re.compile("voorstel")).click()
    teamleider.locator("main a[href^='/sociale-kaart/voorstel/']").first.click()
    voorstel = teamleider.url
    assert prijs in teamleider.inner_text("main") and "Nieuwe prijs dit jaar" in teamleider.inner_text("main")
    kijk_na(teamleider, "kaart-voorstel", open=True)
    teamleider.get_by_role("button", name="Stuur terug").click()
    assert "Schrijf waarom" in teamleider.inner_text("main")
    teamleider.get_by_label("Waarom stuurt u het terug?").fill("Per maand of per jaar?")
    teamleider.get_by_role("button", name="Stuur terug").click()
    partner.goto(eigen)
    assert "Per maand of per jaar?" in partner.inner_text("main")
    partner.get_by_role("link", name="Ga verder met het voorstel").click()
    partner.get_by_label("Wat kost het?").fill(f"{prijs} per jaar")
    partner.get_by_role("button", name="Dien in").click()
    teamleider.goto(voorstel)
    teamleider.get_by_role("button", name="Publiceer").click()
    assert "Het voorstel is gepubliceerd" in teamleider.inner_text("main")
    teamleider.goto(kaart)
    assert f"{prijs} per jaar" in teamleider.inner_text("main") and "de organisatie zei zelf" in teamleider.content()
    partner.goto(eigen)
    partner.get_by_role("button", name="Ja, alles klopt").click()
    assert "geldt weer een jaar" in partner.inner_text("main")
    partner.get_by_label("Is er nu plek?").select_option("plaats")
    partner.get_by_label("Vrije plaatsen").fill("4")
    partner.get_by_role("button", name="Leg de plaatsen vast").click()
    assert "4 plaatsen vrij" in partner.inner_text("main")
    assert partner.goto("/sociale-kaart/controle").status == 403


def test_een_doel_leidt_naar_voorzieningen_en_een_mens_kiest(bezoek, binnen, kijk_na, vermelding):
    pagina = bezoek(**binnen("begeleider1"))
    pagina.goto("/mensen")
    for dossier in [a.get_attribute("href") for a in pagina.locator("main a[href^='/dossier/']").all()][:10]:
        pagina.goto(dossier + "/plan")
        link = pagina.get_by_role("link", name=re.compile("Zoek een voorziening"))
        if link.count():
            break
    else:
        pytest.skip("geen plan met een doel")
    link.first.click()
    assert "U kiest samen met de persoon" in pagina.inner_text("main")
    kijk_na(pagina, "doel-voorzieningen", open=True)
    # What helps to choose is not in the address.
    assert "?" not in pagina.url
    pagina.locator("select[name=taal]").select_option("ti")
    pagina.get_by_role("button", name="Zoek opnieuw").click()
    assert "?" not in pagina.url
    if not pagina.get_by_role("button", name=re.compile("^Verwijs")).count():
        pytest.skip("bij dit doel past geen gecontroleerde voorziening")
    assert "Past bij" in pagina.locator("main article").first.inner_text()
    pagina.get_by_role("button", name=re.compile("^Verwijs")).first.click()
    assert "Het concept is gemaakt" in pagina.inner_text("main")
    assert "Hoort bij een doel in het plan" in pagina.inner_text("main")


def test_een_woord_in_een_andere_taal_leidt_naar_de_vermelding(bezoek, binnen, kijk_na, vermelding):
    """Somebody adds a word to a term, says that it was looked at, and search finds it."""
    pagina = bezoek(**binnen("begeleider1"))
    pagina.goto("/sociale-kaart/begrippen")
    for _ in range(30):
        link = pagina.get_by_role("link", name="Taal en inburgering", exact=True)
        if link.count():
            break
        pagina.get_by_role("link", name="Volgende").click()
    link.first.click()
    woord = f"tolkpraat{datetime.datetime.now():%H%M%S}"
    pagina.get_by_role("button", name="Voeg toe").click()
    kijk_na(pagina, "begrip-fout", open=True)
    pagina.get_by_label("Woord of korte zin").fill(woord)
    pagina.get_by_label("Taal", exact=True).select_option("so")
    pagina.get_by_label("Zo noemen mensen het ook").check()
    pagina.get_by_role("button", name="Voeg toe").click()
    assert "Het woord is toegevoegd" in pagina.inner_text("main") and "Nog niet nagekeken" in pagina.inner_text("main")
    regel = pagina.locator("li").filter(has_text=woord)
    regel.get_by_role("button", name="Nagekeken").click()
    assert regel.get_by_role("button", name="Nagekeken").count() == 0
    kijk_na(pagina, "begrip", open=True)
    pad = pagina.url
    for _ in range(30):
        pagina.goto(f"/sociale-kaart?zoek={woord}")
        if "Niets gevonden" not in pagina.inner_text("main"):
            break
        pagina.wait_for_timeout(500)
    assert pagina.locator("main article").count() > 0
    pagina.goto(pad)
    regel.get_by_role("button", name="Laat vervallen").click()
    assert "Het woord is vervallen" in pagina.inner_text("main")
