# SPDX-License-Identifier: EUPL-1.2
"""The regeldag of a family as a begeleider prepares it on a phone, and the one A4 that comes out of the printer."""
import base64
import re

from playwright.sync_api import expect

from test_schermen import alle

TELEFOON = {"width": 360, "height": 740}
# One white pixel.
PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP6DwABBQECz6AuzQAAAABJRU5ErkJggg=="


def gezin(pagina, leden: int = 4) -> str:
    """The dossier of an adult in the largest household of this begeleider, `leden` people where there is one."""
    grootste, aantal = None, 0
    for dossier in alle(pagina, "/mensen", "/dossier/"):
        pagina.goto(dossier)
        n = 1 + pagina.locator("section[aria-labelledby=kop-gezin] li a").count()
        volwassen = pagina.locator("section[aria-labelledby=kop-klok]").count() > 0
        if volwassen and n > aantal:
            grootste, aantal = dossier, n
        if volwassen and n == leden:
            return dossier
    assert grootste and aantal >= 2, "geen gezin gevonden bij deze begeleider"
    return grootste


def maak_afspraak(pagina, dossier: str, van: str, tot: str, instantie: str, iedereen: bool):
    pagina.goto(dossier + "/regeldagafspraken/nieuw")
    pagina.locator("[name=instantie]").fill(instantie)
    pagina.locator("[name=plaats]").fill("Stadhuisplein 1")
    pagina.locator("[name=van]").fill(van)
    pagina.locator("[name=tot]").fill(tot)
    if iedereen:
        for vak in pagina.locator("[name=leden]").all():
            vak.check()
    pagina.locator("[name=tolk][value=nodig]").check()
    pagina.get_by_role("button", name="Maak de afspraak").click()
    expect(pagina).to_have_url(re.compile(r"/regeldag$"))


def test_een_regeldag_van_een_gezin_wordt_voorbereid_en_geprint(bezoek, binnen, kijk_na, tmp_path):
    pagina = bezoek(**binnen("begeleider1"), viewport=TELEFOON)
    dossier = gezin(pagina)
    bord = dossier + "/regeldag"

    def kijk(naam: str):
        kijk_na(pagina, naam)
        pagina.set_viewport_size(TELEFOON)

    # The days from which terms run: the decision of the IND gives the insurance its date.
    pagina.goto(dossier + "/regeldagdagen")
    kijk("regeldag-dagen")
    vergunning = pagina.locator("section[aria-labelledby=kop-vergunning]")
    vergunning.locator("[name=dag]").fill("2026-12-01")
    vergunning.get_by_role("button").click()
    expect(pagina.get_by_role("main")).to_contain_text("1 december 2026")
    pagina.goto(bord)
    pagina.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
    expect(pagina.get_by_role("main")).to_contain_text("4 maanden na de dag van het besluit van de IND")

    # Appointments in order of time; who would be in two places is named.
    maak_afspraak(pagina, dossier, "10:00", "10:30", "Bank Haven", iedereen=False)
    maak_afspraak(pagina, dossier, "09:00", "10:15", "Gemeente, burgerzaken", iedereen=True)
    expect(pagina.get_by_role("main")).to_contain_text("Tegelijk ergens anders")
    teksten = pagina.locator("section[aria-labelledby=kop-afspraken] li").all_inner_texts()
    assert "Gemeente" in teksten[0] and "Bank" in teksten[1], teksten
    pagina.locator("section[aria-labelledby=kop-afspraken] a", has_text="Wijzigen").first.click()
    kijk("regeldag-afspraak")
    pagina.locator("[name=tot]").fill("09:45")
    pagina.get_by_role("button", name="Wijzig de afspraak").click()
    expect(pagina.get_by_role("main")).not_to_contain_text("Tegelijk ergens anders")

    # A step that waits says by what, and asks why it goes first all the same.
    pagina.goto(bord)
    wacht = pagina.locator("section[aria-labelledby=groep-wacht] li").first
    expect(wacht).to_contain_text("Eerst:")
    wacht.get_by_role("link").first.click()
    expect(pagina.get_by_role("main")).to_contain_text("Deze stap wacht")
    kijk("regelzaak-wacht")
    pagina.locator("[name=toestand][value=aangevraagd]").check()
    pagina.get_by_role("button", name="Leg vast").click()
    expect(pagina.get_by_role("alert").first).to_contain_text("Eerst moet klaar zijn")
    pagina.locator("[name=reden]").select_option("haast")
    pagina.get_by_role("button", name="Leg vast").click()
    expect(pagina.get_by_role("main")).to_contain_text("Reden: dit kan niet wachten")
    expect(pagina.get_by_role("main")).to_contain_text("Kijk weer op")

    # Proof, who, and back again.
    pagina.locator("[name=uitvoerder]").select_option("client")
    pagina.locator("[name=bewijs]").select_option("brief")
    pagina.locator("[name=kenmerk]").fill("Z-2027/88")
    pagina.get_by_role("button", name="Bewaar").click()
    expect(pagina.locator("[name=kenmerk]")).to_have_value("Z-2027/88")
    expect(pagina.get_by_role("main")).to_contain_text("het bewijs is brief of besluit")
    pagina.get_by_role("button", name="Draai de laatste wijziging terug").click()
    expect(pagina.locator("[name=kenmerk]")).to_have_value("")
    kijk("regelzaak")

    # The letter itself: a photo of it, opened, and withdrawn with a reason.
    stap = pagina.url
    pagina.locator("[name=documentsoort]").select_option("brief")
    pagina.locator("input[type=file]").set_input_files({"name": "brief.pdf", "mimeType": "application/pdf", "buffer": b"<html>"})
    pagina.get_by_role("button", name="Voeg toe").click()
    expect(pagina.get_by_role("alert").first).to_contain_text("Kies een foto (JPEG of PNG) of een PDF")
    expect(pagina.locator("[name=documentsoort]")).to_have_value("brief")
    kijk("regelzaak-document-fout")
    foto = base64.b64decode(PNG)
    pagina.locator("input[type=file]").set_input_files({"name": "IMG_1.html", "mimeType": "text/html", "buffer": foto})
    pagina.get_by_role("button", name="Voeg toe").click()
    documenten = pagina.locator("section[aria-labelledby=kop-documenten]")
    expect(documenten.locator("li")).to_contain_text("Foto")
    expect(pagina.get_by_role("main")).to_contain_text("Document toegevoegd: brief of besluit (foto).")
    kijk("regelzaak-document")
    adres_van_foto = documenten.locator("li a").first.get_attribute("href")
    antwoord = pagina.request.get(stap.split("/dossier/")[0] + adres_van_foto)
    assert antwoord.body() == foto and antwoord.headers["content-type"] == "image/png"
    assert antwoord.headers["content-disposition"] == 'inline; filename="document.png"'
    documenten.get_by_role("link", name="Intrekken").click()
    pagina.get_by_role("button", name="Trek het document in").click()
    expect(pagina.get_by_role("alert").first).to_contain_text("Kies waarom")
    kijk("regeldocument-intrekken")
    pagina.locator("[name=reden][value=te-veel]").check()
    pagina.get_by_role("button", name="Trek het document in").click()
    expect(pagina.get_by_role("main")).to_contain_text("Reden: er staat meer in dan nodig is.")
    expect(documenten.locator("li")).to_have_count(0)
    assert pagina.request.get(stap.split("/dossier/")[0] + adres_van_foto).status == 404

    # One tap on the board, and the way back at once.
    pagina.goto(bord)
    pagina.locator("section[aria-labelledby=groep-nu] button[value=aangevraagd]").first.click()
    terug = pagina.get_by_role("button", name="Ongedaan maken")
    expect(terug).to_be_visible()
    kijk("regeldag-ongedaan")
    terug.click()
    expect(pagina.get_by_role("main")).to_contain_text("teruggedraaid")

    # One A4.
    pagina.goto(bord + "/afdruk")
    tekst = pagina.get_by_role("main").inner_text()
    for deel in ("Gezin:", "Bank Haven", "Gemeente, burgerzaken", "Te regelen", "Meenemen", "Bellen", "112"):
        assert deel in tekst, f"{deel} staat niet op papier"
    kijk("regeldag-afdruk")
    pdf = tmp_path / "regeldag.pdf"
    pagina.pdf(path=str(pdf), format="A4", prefer_css_page_size=True)
    bladen = len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf.read_bytes()))
    assert bladen == 1, f"de regeldag is {bladen} bladen"


def test_de_regeldag_van_een_ander_is_dicht(bezoek, binnen):
    pagina = bezoek(**binnen("begeleider2"))
    dossier = alle(pagina, "/mensen", "/dossier/")[0]
    ander = bezoek(**binnen("begeleider1"))
    for deel in ("/regeldag", "/regeldagdagen", "/regeldagafspraken/nieuw", "/regeldag/afdruk"):
        assert ander.goto(dossier + deel).status in (403, 404), deel
