# SPDX-License-Identifier: EUPL-1.2
"""The main job as its users do it: the begeleider's day, the money, the report, the gemeente's figures."""
import re

from playwright.sync_api import expect

from test_schermen import alle, eerste


def test_een_begeleider_legt_een_contact_vast_en_bereikt_een_doel(bezoek, binnen):
    pagina = bezoek(**binnen("begeleider1"), viewport={"width": 360, "height": 740})
    dossier = eerste(pagina, "/mensen", "/dossier/")
    pagina.goto(dossier)
    pagina.goto(dossier + "/contact")
    pagina.locator("[name=notitie]").fill("Samen de brief van de zorgverzekeraar gelezen.")
    # Whatever a draft of an earlier visit holds.
    pagina.locator("[name=duurMinuten]").fill("20")
    pagina.locator("form[action$='/contact'] button[type=submit]:not([name=_concept])").last.click()
    expect(pagina).to_have_url(re.compile(re.escape(dossier) + r"(#.*)?$"))
    expect(pagina.get_by_role("main")).to_contain_text("Samen de brief van de zorgverzekeraar gelezen.")

    pagina.goto(dossier + "/plan")
    pagina.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
    bereikt = pagina.locator("form[action*='/plan/doelen/'] button[name=toestand][value=bereikt]")
    if bereikt.count() == 0:
        return
    bereikt.first.click()
    expect(pagina.get_by_role("main")).to_contain_text("Bereikt")


def test_de_klok_staat_stil_en_loopt_weer(bezoek, binnen):
    pagina = bezoek(**binnen("begeleider1"))
    for dossier in alle(pagina, "/mensen", "/dossier/"):
        pagina.goto(dossier + "/klok")
        if pagina.locator("form[action$='/klok/pauzes']").count():
            break
    voor = pagina.get_by_role("main").inner_text()
    pagina.locator("[name=reden]").select_option(index=1)
    pagina.locator("form[action$='/klok/pauzes'] button").click()
    expect(pagina.get_by_role("main")).to_contain_text("Klok staat stil")
    expect(pagina.get_by_role("main")).to_contain_text("De klok staat stil sinds")
    # A second pause cannot begin; the page does not offer it.
    assert pagina.locator("form[action$='/klok/pauzes']").count() == 0
    pagina.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
    pagina.get_by_role("button", name="Trek deze pauze in").first.click()
    expect(pagina.get_by_role("main")).not_to_contain_text("Klok staat stil")
    assert "Laatste dag van het traject" in voor


def test_afronden_vraagt_naar_elk_open_doel(bezoek, binnen):
    pagina = bezoek(**binnen("begeleider1"))
    for dossier in alle(pagina, "/mensen", "/dossier/"):
        pagina.goto(dossier + "/afronden")
        if pagina.locator("input[name^='doel-']").count():
            break
    pagina.locator("form[action$='/afronden'] button[type=submit]:not([name=_concept])").click()
    expect(pagina.get_by_role("alert").first).to_be_visible()
    expect(pagina.get_by_role("main")).to_contain_text("Kies wat er van dit doel is geworden.")


def test_een_fout_bewaart_wat_is_getypt(bezoek, binnen):
    pagina = bezoek(**binnen("begeleider1"))
    dossier = eerste(pagina, "/mensen", "/dossier/")
    pagina.goto(dossier + "/contact")
    pagina.locator("[name=notitie]").fill("Deze zin mag niet verdwijnen.")
    pagina.locator("[name=duurMinuten]").fill("9999")
    pagina.locator("form[action$='/contact'] button[type=submit]:not([name=_concept])").last.click()
    expect(pagina.get_by_role("alert").first).to_be_visible()
    expect(pagina.locator("[name=notitie]")).to_have_value("Deze zin mag niet verdwijnen.")


def test_waarom_deze_datum(bezoek, binnen):
    pagina = bezoek(**binnen("begeleider1"))
    pagina.goto(eerste(pagina, "/mensen", "/dossier/"))
    pagina.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
    expect(pagina.get_by_role("main")).to_contain_text(re.compile("Bron|bron|omdat|na "))


def test_zoeken_op_naam_gaat_niet_via_het_adres(bezoek, binnen):
    pagina = bezoek(**binnen("begeleider1"))
    pagina.goto("/mensen")
    pagina.locator("[name=zoek]").fill("a")
    pagina.locator("[name=zoek]").press("Enter")
    assert "zoek=" not in pagina.url


def test_elk_cijfer_opent_precies_zijn_rijen(bezoek, binnen):
    pagina = bezoek(**binnen("klantmanager1"))
    for pad in alle(pagina, "/gemeente", "/gemeente/indicator/"):
        pagina.goto(pad)
        tekst = pagina.get_by_role("main").inner_text()
        aantal = re.search(r"(\d+)\s+(?:rijen|regels|personen|contacten|afspraken|trajecten)", tekst)
        assert aantal, f"{pad} zegt niet hoeveel rijen er zijn: {tekst[:200]}"
        rijen = 0
        while True:
            rijen += pagina.locator("main table tbody tr[data-rij]").count() or pagina.locator("main table").last.locator("tbody tr").count()
            verder = pagina.locator("main a[rel=next]")
            if verder.count() == 0:
                break
            pagina.goto(verder.first.get_attribute("href"))
        assert rijen == int(aantal.group(1)), pad


def test_de_gemeente_leest_een_vastgesteld_rapport_als_pdf(bezoek, binnen):
    pagina = bezoek(**binnen("klantmanager1"))
    rapport = eerste(pagina, "/rapporten?toestand=vastgesteld", "/rapport/")
    antwoord = pagina.request.get(rapport + "/pdf")
    assert antwoord.status == 200
    assert antwoord.headers["content-type"].startswith("application/pdf")
    assert antwoord.body().startswith(b"%PDF-")


def test_wie_vraagt_beslist_niet(bezoek, binnen):
    """Four eyes: the begeleider who asked an advance sees no button to decide."""
    pagina = bezoek(**binnen("begeleider1"))
    for pad in alle(pagina, "/mensen", "/dossier/"):
        pagina.goto(pad + "/reiskosten")
        voorschot = pagina.locator("main a[href^='/voorschot/']")
        if voorschot.count():
            pagina.goto(voorschot.first.get_attribute("href"))
            assert pagina.locator("form[action$='/beslissen']").count() == 0
            return
    raise AssertionError("geen voorschot gevonden")
