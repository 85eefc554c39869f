# SPDX-License-Identifier: EUPL-1.2
"""B5, B6, B7 and B15 as a begeleider does them: contact in half a minute on a phone, spreekuur, agenda with its feed, drafts."""
import datetime
import re
import time

import icalendar
from playwright.sync_api import expect

from test_schermen import alle, eerste

TELEFOON = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


class Teller:
    """Counts what a thumb does: each tap, and each field that is typed into."""

    def __init__(self):
        self.aantal = 0
        self.begin = time.monotonic()

    def tik(self, plek):
        self.aantal += 1
        plek.tap()

    def typ(self, plek, tekst):
        self.aantal += 1
        plek.fill(tekst)


def test_een_contact_op_een_telefoon_in_ten_hoogste_twaalf_handelingen(bezoek, binnen, kijk_na, capsys):
    pagina = bezoek(**binnen("begeleider1"), **TELEFOON)
    dossier = eerste(pagina, "/mensen", "/dossier/")
    pagina.goto(dossier)
    t = Teller()
    t.tik(pagina.get_by_role("link", name="Contact vastleggen").first)
    t.tik(pagina.get_by_text("Telefoon", exact=True))
    t.tik(pagina.get_by_text("Aanwezig", exact=True))
    t.tik(pagina.get_by_text("15", exact=True))
    t.typ(pagina.get_by_label("Notitie"), "Gebeld over de brief van de gemeente.")
    doel = pagina.locator("input[name=doelen]")
    if doel.count():
        t.tik(doel.first.locator("xpath=.."))
    t.typ(pagina.get_by_label("Volgende stap"), "Samen de brief beantwoorden")
    t.tik(pagina.get_by_text("Over een week", exact=True))
    t.tik(pagina.get_by_role("button", name="Vastleggen", exact=True))
    expect(pagina.get_by_role("main")).to_contain_text("Het contact is vastgelegd.")
    seconden = time.monotonic() - t.begin
    with capsys.disabled():
        print(f"\ncontact op 360 pixels: {t.aantal} handelingen, {seconden:.1f} s van de machine")
    assert t.aantal <= 12 and seconden < 30
    tijdlijn = pagina.locator("ol.tijdlijn li").first
    expect(tijdlijn).to_contain_text("Telefoon, 15 minuten.")
    expect(pagina.get_by_role("main")).to_contain_text("Samen de brief beantwoorden")


def test_een_contact_met_alles_verbeteren_en_intrekken(bezoek, binnen, kijk_na):
    pagina = bezoek(**binnen("begeleider1"))
    for dossier in alle(pagina, "/mensen", "/dossier/"):
        pagina.goto(dossier + "/contact")
        if pagina.locator("input[name=aanwezigen]").count():
            break
    pagina.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
    pagina.locator("[name=soort][value=afspraak]").check()
    pagina.locator("[name=plaats]").select_option("instantie")
    pagina.locator("[name=tolk][value=telefonisch]").check()
    pagina.locator("[name=tolkMinuten]").fill("20")
    pagina.locator("[name=taal]").select_option("ti")
    if pagina.locator("input[name=aanwezigen]").count():
        pagina.locator("input[name=aanwezigen]").first.check()
    pagina.locator("[name=partners]").fill("Taalhuis")
    pagina.locator("[name=notitie]").fill("Eerste versie van de notitie.")
    pagina.get_by_role("button", name="Vastleggen", exact=True).click()
    # The newest stands first: an earlier run may have left some in this city.
    regel = pagina.locator("ol.tijdlijn li", has_text="Eerste versie van de notitie.").first
    expect(regel).to_contain_text("20 minuten, Tigrinya")
    regel.get_by_role("link").click()
    expect(pagina.get_by_role("main")).to_contain_text("Taalhuis")
    kijk_na(pagina, "contactmoment", open=True)

    pagina.get_by_role("link", name="Verbeter dit contact").click()
    expect(pagina.locator("[name=notitie]")).to_have_value("Eerste versie van de notitie.")
    kijk_na(pagina, "contact-verbeteren", open=True)
    pagina.locator("[name=notitie]").fill("Tweede versie van de notitie.")
    pagina.locator("[name=reden]").first.check()
    pagina.get_by_role("button", name="Verbetering vastleggen").click()
    expect(pagina.get_by_role("main")).to_contain_text("Tweede versie van de notitie.")
    # The first one stays readable, and says what became of it.
    pagina.get_by_role("link", name="Lees de vorige versie").click()
    expect(pagina.get_by_role("main")).to_contain_text("Eerste versie van de notitie.")
    expect(pagina.get_by_role("main")).to_contain_text("Er is een betere versie van dit contact")
    pagina.get_by_role("link", name="Lees die versie").click()

    pagina.get_by_text("Trek dit contact in").click()
    pagina.get_by_role("button", name="Trek in").click()
    expect(pagina.get_by_role("alert").first).to_be_visible()
    pagina.locator("[name=reden][value=dubbel]").check()
    pagina.get_by_role("button", name="Trek in").click()
    expect(pagina.get_by_role("main")).to_contain_text("Het contact is ingetrokken.")
    expect(pagina.locator("ol.tijdlijn")).to_contain_text("Ingetrokken: afspraak")


def test_niet_verschenen_staat_op_vandaag_tot_er_iets_is_gedaan(bezoek, binnen):
    pagina = bezoek(**binnen("begeleider1"))
    dossier = alle(pagina, "/mensen", "/dossier/")[1]

    def punt():
        # Everything of today, over all pages.
        pagina.goto("/")
        while True:
            gevonden = pagina.locator(f"main li:has(a[href='{dossier}'])", has_text="Niet verschenen op")
            if gevonden.count():
                return gevonden.first
            verder = pagina.locator("main a[rel=next]")
            if not verder.count():
                return None
            pagina.goto(verder.first.get_attribute("href"))

    def leg_vast(soort, verschijning):
        pagina.goto(dossier + "/contact")
        pagina.locator(f"[name=soort][value={soort}]").check()
        pagina.locator(f"[name=verschijning][value={verschijning}]").check()
        pagina.get_by_role("button", name="Vastleggen", exact=True).click()
        expect(pagina.get_by_role("main")).to_contain_text("Het contact is vastgelegd.")

    leg_vast("afspraak", "niet-verschenen")
    leg_vast("afspraak", "niet-verschenen")
    gezien = punt()
    assert gezien is not None, "een no-show hoort op vandaag"
    gezien.locator("summary").click()
    expect(gezien).to_contain_text(re.compile(r"binnen 2 werkdagen.*keer \d+ op rij"))
    # An attempt without answer is work, and it is the follow-up.
    leg_vast("outreach", "niet-verschenen")
    assert punt() is None
    pagina.goto(dossier)
    expect(pagina.locator("ol.tijdlijn li").first).to_contain_text("Poging tot contact: geen gehoor.")


def test_een_spreekuur_verliest_niets(bezoek, binnen, kijk_na):
    pagina = bezoek(**binnen("begeleider1"))
    pagina.goto("/spreekuur")
    kijk_na(pagina, "spreekuur-leeg")
    pagina.get_by_role("button", name="Zoek").click()
    namen = []
    for _ in range(3):
        knop = pagina.get_by_role("button", name=re.compile("^Zet op de lijst")).first
        namen.append(knop.inner_text().split(": ", 1)[1].strip())
        knop.click()
        pagina.get_by_role("button", name="Zoek").click()
    assert "zoek=" not in pagina.url
    rijen = pagina.locator("section[id^=rij-]")
    expect(rijen).to_have_count(3)
    rijen.nth(0).get_by_label("Notitie").fill("Brief van de belasting gelezen.")
    rijen.nth(1).get_by_label("Minuten").fill("veel")
    rijen.nth(1).get_by_label("Notitie").fill("Deze tekst mag niet weg.")
    rijen.nth(2).get_by_label("Notitie").fill("En deze ook niet.")
    # Searching for somebody else loses nothing either.
    pagina.get_by_role("button", name="Zoek").click()
    expect(rijen.nth(0).get_by_label("Notitie")).to_have_value("Brief van de belasting gelezen.")
    pagina.get_by_role("button", name="Leg alles vast").click()
    expect(pagina.get_by_role("main")).to_contain_text("2 contacten zijn vastgelegd.")
    expect(rijen).to_have_count(1)
    expect(rijen.nth(0).get_by_label("Notitie")).to_have_value("Deze tekst mag niet weg.")
    kijk_na(pagina, "spreekuur-fout")
    # Somebody closes the page and goes on elsewhere.
    ander = bezoek(**binnen("begeleider1"), viewport={"width": 360, "height": 740})
    ander.goto("/spreekuur")
    rij = ander.locator("section[id^=rij-]")
    expect(rij.get_by_label("Notitie")).to_have_value("Deze tekst mag niet weg.")
    rij.get_by_label("Minuten").fill("10")
    rij.get_by_role("button", name=re.compile("^Leg vast")).click()
    expect(ander.get_by_role("main")).to_contain_text("Het contact is vastgelegd.")
    expect(ander.locator("section[id^=rij-]")).to_have_count(0)
    kijk_na(ander, "spreekuur-klaar")
    # Each has an own contact moment.
    ander.get_by_role("region", name="Vastgelegd").get_by_role("link").first.click()
    expect(ander.locator("ol.tijdlijn")).to_contain_text("Spreekuur")
    ander.goto("/spreekuur")
    ander.get_by_role("button", name="Begin een nieuwe lijst").click()
    expect(ander.get_by_role("main")).to_contain_text("Nog niemand op de lijst")


def maak_afspraak(pagina, dossier, dag, van, tot, tolk="nee", onderwerp=""):
    pagina.goto(dossier + "/afspraak/nieuw")
    pagina.locator("[name=dag]").fill(dag)
    pagina.locator("[name=van]").fill(van)
    pagina.locator("[name=tot]").fill(tot)
    pagina.locator(f"[name=tolk][value={tolk}]").check()
    if onderwerp:
        pagina.locator("[name=onderwerp]").fill(onderwerp)
    pagina.get_by_role("button", name="Zet in de agenda").click()
    expect(pagina).to_have_url(re.compile(r"/afspraak/[0-9a-f-]{36}"))
    return re.sub(r"[?#].*", "", pagina.url)


def test_de_agenda_en_haar_feed(bezoek, binnen, kijk_na, adres):
    pagina = bezoek(**binnen("begeleider1"))
    dossier = eerste(pagina, "/mensen", "/dossier/")
    pagina.goto(dossier)
    naam = pagina.locator("h1").inner_text()
    pagina.goto(dossier + "/afspraak/nieuw")
    kijk_na(pagina, "afspraak-nieuw")
    dag = pagina.locator("[name=dag]").input_value()
    eerste_adres = maak_afspraak(pagina, dossier, dag, "10:00", "11:00", tolk="regelen", onderwerp="Brief van de dokter")
    kijk_na(pagina, "afspraak", open=True)
    # In the same time: it is made, with a warning.
    maak_afspraak(pagina, dossier, dag, "10:30", "11:30")
    expect(pagina.get_by_role("main")).to_contain_text("Dubbel geboekt")
    pagina.goto(f"/agenda?week={dag}")
    expect(pagina.get_by_role("main")).to_contain_text("Tolk nog regelen")
    expect(pagina.get_by_role("main")).to_contain_text("Dubbel geboekt")
    expect(pagina.get_by_role("main")).to_contain_text("nog geen tolk geregeld")
    kijk_na(pagina, "agenda-week")
    pagina.get_by_role("link", name="Volgende week").click()
    pagina.get_by_role("link", name="Vorige week").click()
    expect(pagina.locator(".agenda-lijst li")).not_to_have_count(0)

    # Moved, and the loser of two who change it sees both.
    pagina.goto(eerste_adres + "/wijzigen")
    ander = bezoek(**binnen("begeleider1"))
    ander.goto(eerste_adres + "/wijzigen")
    pagina.locator("[name=van]").fill("14:00")
    pagina.locator("[name=tot]").fill("15:00")
    pagina.get_by_role("button", name="Wijziging bewaren").click()
    expect(pagina.get_by_role("main")).to_contain_text("De afspraak is gewijzigd.")
    ander.locator("[name=onderwerp]").fill("Iets anders")
    ander.get_by_role("button", name="Wijziging bewaren").click()
    expect(ander.get_by_role("heading", level=1)).to_have_text("Iemand anders was u voor")
    for tekst in ("14:00", "Iets anders"):
        expect(ander.get_by_role("main")).to_contain_text(tekst)
    kijk_na(ander, "afspraak-botsing", open=True)

    # The feed: valid, in order, and of nobody in particular.
    pagina.goto("/agenda")
    maak = pagina.get_by_role("button", name="Maak een adres")
    if maak.count():
        maak.click()
    feed = pagina.get_by_label("Adres voor uw agenda-app").input_value()
    antwoord = bezoek().request.get(feed)
    assert antwoord.status == 200 and antwoord.headers["content-type"].startswith("text/calendar")
    tekst = antwoord.body()
    assert all(len(regel) <= 75 for regel in tekst.split(b"\r\n")), "een regel is langer dan 75 bytes"
    kalender = icalendar.Calendar.from_ical(tekst)
    assert kalender.walk("VTIMEZONE")[0]["TZID"] == "Europe/Amsterdam"
    gebeurtenissen = kalender.walk("VEVENT")
    assert gebeurtenissen
    uids = [str(gebeurtenis["UID"]) for gebeurtenis in gebeurtenissen]
    assert len(set(uids)) == len(uids)
    for gebeurtenis in gebeurtenissen:
        assert gebeurtenis["DTSTAMP"].dt.tzinfo is not None
        assert str(gebeurtenis["SUMMARY"]) in ("Huisbezoek", "Afspraak", "Spreekuur", "Telefoon", "Regeldag")
        assert gebeurtenis["DTEND"].dt > gebeurtenis["DTSTART"].dt
        assert "LOCATION" not in gebeurtenis and "ATTENDEE" not in gebeurtenis
    middag = [g for g in gebeurtenissen if g["DTSTART"].dt.date().isoformat() == dag and g["DTSTART"].dt.hour == 14]
    assert middag and middag[0]["DTSTART"].dt.utcoffset() in (datetime.timedelta(hours=1), datetime.timedelta(hours=2))
    for geheim in (naam, "dokter", dossier.rsplit("/", 1)[1]):
        assert geheim.encode() not in tekst, geheim
    # The same appointment keeps its number when it is read again.
    assert [str(g["UID"]) for g in icalendar.Calendar.from_ical(bezoek().request.get(feed).body()).walk("VEVENT")] == uids
    pagina.get_by_role("button", name="Maak een nieuw adres").click()
    assert bezoek().request.get(feed).status == 404
    nieuw = pagina.get_by_label("Adres voor uw agenda-app").input_value()
    assert nieuw != feed and bezoek().request.get(nieuw).status == 200
    pagina.get_by_role("button", name="Zet dit adres uit").click()
    assert bezoek().request.get(nieuw).status == 404
    assert bezoek().request.get(adres + "/agenda/verzonnen.ics").status == 404


def test_een_afspraak_wordt_een_contact_of_gaat_niet_door(bezoek, binnen, kijk_na):
    pagina = bezoek(**binnen("begeleider1"))
    dossier = alle(pagina, "/mensen", "/dossier/")[-1]
    pagina.goto(dossier + "/contact")
    vandaag = pagina.locator("[name=datum]").get_attribute("max")
    afspraak = maak_afspraak(pagina, dossier, vandaag, "08:00", "08:30", onderwerp="Kennismaken")
    pagina.get_by_role("link", name="Leg vast hoe het ging").click()
    expect(pagina.locator("[name=duur][value='30']")).to_be_checked()
    expect(pagina.locator("[name=afspraak]:checked")).to_have_count(1)
    kijk_na(pagina, "contact-uit-afspraak", open=True)
    pagina.get_by_role("button", name="Vastleggen", exact=True).click()
    expect(pagina.get_by_role("main")).to_contain_text("Het contact is vastgelegd.")
    pagina.goto(afspraak)
    expect(pagina.get_by_role("main")).to_contain_text("Vastgelegd")
    expect(pagina.get_by_role("link", name="Lees het contact")).to_be_visible()

    maak_afspraak(pagina, dossier, vandaag, "16:00", "16:30")
    pagina.get_by_text("Zeg de afspraak af").click()
    pagina.locator("[name=reden][value=persoon]").check()
    pagina.get_by_role("button", name="Zeg af").click()
    expect(pagina.get_by_role("main")).to_contain_text("De afspraak is afgezegd.")
    pagina.goto(dossier + "?soort=agenda")
    expect(pagina.locator("ol.tijdlijn")).to_contain_text("De persoon heeft afgezegd.")


def test_de_teamleider_ziet_het_team_en_een_ander_niet(bezoek, binnen, kijk_na):
    pagina = bezoek(**binnen("teamleider1"))
    pagina.goto("/agenda?wie=team")
    expect(pagina.locator("select[name=medewerker]")).to_be_visible()
    kijk_na(pagina, "agenda-team")
    ander = bezoek(**binnen("begeleider2"))
    ander.goto("/agenda?wie=team")
    assert ander.locator("select[name=medewerker]").count() == 0
    assert bezoek(**binnen("klantmanager1")).goto("/agenda").status == 403


def test_een_concept_op_twee_apparaten(bezoek, binnen, kijk_na):
    laptop = bezoek(**binnen("begeleider1"))
    dossiers = alle(laptop, "/mensen", "/dossier/")
    een, twee = dossiers[0] + "/contact", dossiers[-1] + "/contact"
    laptop.goto(een)
    laptop.get_by_label("Notitie").fill("Nog niet af, wordt vanzelf bewaard.")
    expect(laptop.locator("[data-concept]")).to_contain_text("Concept bewaard om", timeout=10_000)

    telefoon = bezoek(**binnen("begeleider1"), **TELEFOON)
    telefoon.goto(een)
    expect(telefoon.get_by_label("Notitie")).to_have_value("Nog niet af, wordt vanzelf bewaard.")
    expect(telefoon.get_by_role("main")).to_contain_text("U gaat verder met uw concept")
    kijk_na(telefoon, "contact-concept", open=True)
    # Not in another file, and not for another user.
    telefoon.goto(twee)
    expect(telefoon.get_by_label("Notitie")).to_have_value("")
    leider = bezoek(**binnen("teamleider1"))
    if leider.goto(een).status == 200:
        expect(leider.get_by_label("Notitie")).to_have_value("")

    # All drafts stand on one page.
    telefoon.goto("/concepten")
    expect(telefoon.get_by_role("main")).to_contain_text("Contact vastleggen")
    kijk_na(telefoon, "concepten-gevuld", open=True)
    # The older device does not write over the newer one in silence.
    telefoon.goto(een)
    telefoon.get_by_label("Notitie").fill("Verder op de telefoon.")
    expect(telefoon.locator("[data-concept]")).to_contain_text("Concept bewaard om", timeout=10_000)
    laptop.get_by_label("Notitie").fill("En nog iets op de laptop.")
    expect(laptop.get_by_role("alert")).to_contain_text("op een ander apparaat", timeout=10_000)

    # Sent: then it is a draft no more.
    telefoon.get_by_role("button", name="Vastleggen", exact=True).click()
    expect(telefoon.get_by_role("main")).to_contain_text("Het contact is vastgelegd.")
    telefoon.goto(een)
    expect(telefoon.get_by_label("Notitie")).to_have_value("")


def test_een_concept_zonder_script(bezoek, binnen):
    pagina = bezoek(**binnen("begeleider1"), java_script_enabled=False)
    pagina.goto("/mensen")
    dossier = pagina.locator("main a[href^='/dossier/']").first.get_attribute("href")
    for deel, veld in (("/contact", "notitie"), ("/afspraak/nieuw", "onderwerp")):
        pagina.goto(dossier + deel)
        pagina.locator(f"[name={veld}]").fill("Bewaard met de knop.")
        pagina.get_by_role("button", name="Bewaar als concept").click()
        expect(pagina.get_by_role("main")).to_contain_text("Het is nog niet vastgelegd.")
        expect(pagina.locator(f"[name={veld}]")).to_have_value("Bewaard met de knop.")
        pagina.get_by_role("link", name="Weggooien").click()
        pagina.get_by_role("button", name="Concept weggooien").click()
        expect(pagina.locator(f"[name={veld}]")).to_have_value("")


def test_de_tijdlijn_bladert_en_filtert(bezoek, binnen):
    pagina = bezoek(**binnen("begeleider1"))
    dossiers = alle(pagina, "/mensen", "/dossier/")[:6]
    for soort in ("contact", "agenda", "plan", "regeldag", "traject"):
        gezien = 0
        for dossier in dossiers:
            pagina.goto(f"{dossier}?soort={soort}")
            for _ in range(20):
                for regel in pagina.locator("ol.tijdlijn li h3").all():
                    zin = regel.inner_text()
                    assert zin.endswith((".", ")", "”")) and "Optional" not in zin and "?" not in zin, zin
                    gezien += 1
                verder = pagina.locator("#inhoud a[rel=next]")
                if not verder.count():
                    break
                pagina.goto(verder.first.get_attribute("href"))
        # A child that rides along has no plan of its own; nobody has an appointment yet.
        assert gezien or soort == "agenda", soort
