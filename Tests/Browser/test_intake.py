# SPDX-License-Identifier: EUPL-1.2
"""A6 to A10, A12 and A13 as people use them: the same person twice, merging and undoing, households, target groups, languages,
changes of the gemeente, and that nothing of somebody whose exchange was stopped reaches the gemeente."""
import random
import re

from playwright.sync_api import expect

from koppeling import bsn, koppeling, woord  # noqa: F401 (koppeling is a fixture)


def open_alles(pagina) -> None:
    pagina.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")


def dossier_van(pagina, data: dict) -> str:
    """The address of the dossier of somebody who was accepted."""
    pagina.goto(f"/aanmelding/{data['aanmeldingId']}")
    return pagina.get_by_role("link", name="Naar het dossier").get_attribute("href")


def tot(pagina, adres: str, tekst) -> None:
    """Looks again until the page says it: a fact of one service reaches another a moment later."""
    for _ in range(40):
        pagina.goto(adres)
        if re.search(tekst, pagina.get_by_role("main").inner_text()):
            return
        pagina.wait_for_timeout(250)
    expect(pagina.get_by_role("main")).to_contain_text(re.compile(tekst))


def twee_spellingen(koppeling) -> tuple[dict, dict]:
    """Somebody, and the same person in another spelling without the number."""
    # A day of their own: the same given name on the same birth date looks like one person, whatever the family name.
    naam, dag = woord(), {"datum": f"{random.randrange(1950, 2000)}-{random.randrange(2, 13):02d}-{random.randrange(2, 28):02d}"}
    eerste = koppeling.meld({"voornamen": "Khalid", "geslachtsnaam": naam, "geboortedatum": dag})
    assert koppeling.stand(eerste)[1]["toestand"] == "geaccepteerd"
    # Two numbers of one kind would say that they are two people.
    tweede = koppeling.meld(
        {"voornamen": "Chaled", "geslachtsnaam": naam, "geboortedatum": dag, "vnummer": None, "bsn": bsn()})
    stand = koppeling.stand(tweede)[1]
    assert (stand["toestand"], stand["redenen"]) == ("in-controle", ["nadere-controle"])
    return eerste, tweede


def test_dezelfde_persoon_en_ongedaan(bezoek, binnen, kijk_na, koppeling):
    eerste, tweede = twee_spellingen(koppeling)
    pagina = bezoek(**binnen("teamleider1"))
    main = pagina.get_by_role("main")
    pagina.goto(f"/aanmelding/{tweede['aanmeldingId']}")
    pagina.get_by_role("link", name="Naast elkaar zetten").click()
    expect(main).to_contain_text("in andere spelling: Chaled / Khalid")
    expect(main).to_contain_text("Zelfde geboortedatum")
    kijk_na(pagina, "dubbel")
    pagina.get_by_role("button", name="Dezelfde persoon").click()
    expect(main).to_contain_text("Kies waaraan u ziet")
    pagina.get_by_label("Waaraan ziet u het?").select_option("client-bevestigt")
    pagina.get_by_role("button", name="Dezelfde persoon").click()
    expect(main).to_contain_text("hoort nu bij het bestaande dossier")
    assert koppeling.stand(tweede)[1]["dossiernummer"] == koppeling.stand(eerste)[1]["dossiernummer"]
    kijk_na(pagina, "dubbel-samengevoegd")
    pagina.get_by_role("button", name="Samenvoegen ongedaan maken").click()
    expect(main).to_contain_text("De aanmelding wacht weer")
    assert koppeling.stand(tweede)[1]["toestand"] == "in-controle"
    # They are two people after all: remembered, and not asked again.
    pagina.get_by_role("button", name="Andere persoon").click()
    expect(main).to_contain_text("Onthouden: dit zijn twee mensen")
    expect(main).to_contain_text("Niemand om mee te vergelijken")
    pagina.goto(f"/aanmelding/{tweede['aanmeldingId']}")
    pagina.get_by_role("button", name="Accepteren").click()
    expect(main).to_contain_text("Geaccepteerd")
    assert koppeling.stand(tweede)[1]["dossiernummer"] != koppeling.stand(eerste)[1]["dossiernummer"]


def test_twee_dossiers_samenvoegen_een_stop_geldt_voor_beide_en_ongedaan(bezoek, binnen, kijk_na, koppeling):
    een, twee = koppeling.meld(), koppeling.meld()
    nummer = koppeling.stand(twee)[1]["dossiernummer"]
    pagina = bezoek(**binnen("teamleider1"))
    main = pagina.get_by_role("main")
    dossier, ander = dossier_van(pagina, een), dossier_van(pagina, twee)
    pagina.goto(dossier)
    pagina.get_by_role("link", name="Samenvoegen of ongedaan maken").click()
    kijk_na(pagina, "samenvoegen")
    pagina.get_by_label("Nummer van het andere dossier").fill("W-1999-0001")
    pagina.get_by_role("button", name="Naast elkaar zetten").click()
    expect(main).to_contain_text("geen ander dossier met dit nummer")
    pagina.get_by_label("Nummer van het andere dossier").fill(nummer)
    pagina.get_by_role("button", name="Naast elkaar zetten").click()
    expect(main).to_contain_text(twee["client"]["geslachtsnaam"])
    kijk_na(pagina, "samenvoegen-naast-elkaar")
    pagina.get_by_label("Waaraan ziet u het?").select_option("client-bevestigt")
    pagina.get_by_role("button", name="Samenvoegen", exact=True).click()
    expect(main).to_contain_text("De dossiers zijn samengevoegd")
    kijk_na(pagina, "samenvoegen-klaar")
    # The one that follows points to the other, and the other way round.
    pagina.goto(ander)
    expect(main).to_contain_text("Dit dossier is samengevoegd")
    kijk_na(pagina, "dossier-volgt", open=True)
    pagina.goto(dossier)
    expect(main.get_by_role("link", name=nummer)).to_have_attribute("href", ander)
    # A stop is about the person.
    assert koppeling.stand(een)[0] == koppeling.stand(twee)[0] == 200
    pagina.goto(dossier + "/uitwisseling")
    pagina.get_by_label("Waarom moet de uitwisseling stoppen?").fill("Proef: een familielid zoekt deze persoon.")
    pagina.get_by_role("button", name="Uitwisseling nu stoppen").click()
    assert koppeling.stand(een)[0] == koppeling.stand(twee)[0] == 404
    pagina.goto(ander)
    expect(main).to_contain_text("Uitwisseling gestopt")
    # Undone: two people again, and it is not known about which of the two it was.
    pagina.goto(dossier + "/samenvoegen")
    pagina.get_by_role("button", name="Ongedaan maken").click()
    expect(main).to_contain_text("De samenvoeging is ongedaan gemaakt")
    assert koppeling.stand(een)[0] == koppeling.stand(twee)[0] == 404
    pagina.goto(ander)
    expect(main).not_to_contain_text("Dit dossier is samengevoegd")


def test_een_besluit_nemen_en_terugdraaien(bezoek, binnen, kijk_na, koppeling):
    _, wacht = twee_spellingen(koppeling)
    pagina = bezoek(**binnen("teamleider1"))
    main = pagina.get_by_role("main")
    pagina.goto(f"/aanmelding/{wacht['aanmeldingId']}")
    # Language and interpreter stand on top, before the first call.
    expect(main).to_contain_text("Tolk nodig")
    open_alles(pagina)
    pagina.get_by_role("button", name="Verder met afwijzen").click()
    expect(pagina.get_by_role("alert")).to_contain_text("Kies waarom")
    pagina.get_by_label("Waarom wijst u af?").select_option("overig")
    pagina.get_by_role("button", name="Verder met afwijzen").click()
    pagina.get_by_role("button", name="Aanmelding afwijzen").click()
    expect(main).to_contain_text("Afgewezen")
    assert koppeling.stand(wacht)[1] | {"redenen": ["overig"]} == koppeling.stand(wacht)[1]
    pagina.get_by_role("button", name="Weer laten wachten").click()
    expect(pagina.get_by_role("status").first).to_contain_text("De aanmelding wacht weer")
    pagina.get_by_role("button", name="Accepteren").click()
    expect(main).to_contain_text("Eerste contact")
    nummer = koppeling.stand(wacht)[1]["dossiernummer"]
    # Nothing was done with this person yet, so this decision can be taken back too; the number stays.
    pagina.get_by_role("button", name="Weer laten wachten").click()
    expect(pagina.get_by_role("status").first).to_contain_text("De aanmelding wacht weer")
    kijk_na(pagina, "aanmelding-teruggezet", open=True)
    assert koppeling.stand(wacht)[1]["toestand"] == "in-controle"
    pagina.get_by_role("button", name="Accepteren").click()
    expect(main).to_contain_text("Geaccepteerd")
    assert koppeling.stand(wacht)[1]["dossiernummer"] == nummer


def test_familie_in_het_buitenland_en_wie_er_niet_gezien_wordt(bezoek, binnen, kijk_na, koppeling):
    huis = {"huishoudenId": woord(5), "rol": "hoofd"}
    hoofd = koppeling.meld(huishouden=huis)
    partner = koppeling.meld(huishouden=huis | {"rol": "partner"})
    pagina = bezoek(**binnen("teamleider1"))
    main = pagina.get_by_role("main")
    pagina.goto(dossier_van(pagina, hoofd))
    pagina.get_by_role("link", name="Naar het huishouden").click()
    adres = pagina.url
    open_alles(pagina)
    nieuw = pagina.locator("form[action$='/verwacht']")
    nieuw.get_by_label("Familie van").select_option(index=1)
    nieuw.locator("[name=naam]").fill("Selam Proef")
    nieuw.locator("[name=geboortedatum-jaar]").fill("2012")
    nieuw.locator("[name=rol-verwacht]").select_option("kind")
    nieuw.locator("[name=stand]").select_option("nareis-aangevraagd")
    nieuw.get_by_role("button", name="Toevoegen").click()
    expect(main).to_contain_text("Selam Proef, kind, geboren 2012")
    # Changed on a page of its own.
    main.get_by_role("link", name="Wijzigen of intrekken").click()
    kijk_na(pagina, "verwacht-lid")
    pagina.locator("[name=naam]").first.fill("")
    pagina.get_by_role("button", name="Opslaan").click()
    expect(pagina.get_by_role("alert").first).to_contain_text("Vul de naam in")
    kijk_na(pagina, "verwacht-lid-fout")
    pagina.locator("[name=naam]").first.fill("Selam Proef Haile")
    pagina.locator("[name=stand]").first.select_option("verwacht")
    pagina.locator("[name=verwachtOp]").first.fill("2027-11-01")
    pagina.get_by_role("button", name="Opslaan").click()
    expect(main).to_contain_text("Selam Proef Haile, kind, geboren 2012, verwacht op 1 november 2027")
    # Withdrawn, and still there to be put back.
    main.get_by_role("link", name="Wijzigen of intrekken").click()
    pagina.get_by_role("button", name="Wordt niet meer verwacht").click()
    expect(main).to_contain_text("Komt niet meer")
    main.get_by_role("link", name="Wijzigen of intrekken").click()
    pagina.locator("[name=stand]").first.select_option("verwacht")
    pagina.get_by_role("button", name="Opslaan").click()
    expect(main).to_contain_text("Wordt verwacht")
    # Kept from the sight of housemates, with a reason that only who works here reads.
    pagina.get_by_role("link", name=re.compile("Zichtbaarheid van .*" + partner["client"]["geslachtsnaam"])).click()
    pagina.get_by_role("button", name="Niet tonen aan huisgenoten").click()
    expect(pagina.get_by_role("alert").first).to_contain_text("ten minste 10 tekens")
    kijk_na(pagina, "zicht-fout")
    pagina.locator("[name=toelichting]").fill("Proef: woont op een geheim adres.")
    pagina.get_by_role("button", name="Niet tonen aan huisgenoten").click()
    expect(main).to_contain_text("Niet zichtbaar voor huisgenoten")
    assert "geheim adres" not in pagina.content()
    kijk_na(pagina, "huishouden-afgeschermd", open=True)
    pagina.get_by_role("link", name=re.compile("Zichtbaarheid van .*" + partner["client"]["geslachtsnaam"])).click()
    expect(main).to_contain_text("Proef: woont op een geheim adres.")
    kijk_na(pagina, "zicht")
    pagina.get_by_role("button", name="Weer tonen aan huisgenoten").click()
    # They part: a household of her own, and how it was stays readable.
    open_alles(pagina)
    pagina.get_by_role("checkbox", name=re.compile(partner["client"]["geslachtsnaam"])).check()
    pagina.locator("form[action$='/wijzigen'] [name=reden]").select_option("uit-elkaar")
    pagina.locator("form[action$='/wijzigen'] [name=rol]").select_option("hoofd")
    vandaag = pagina.locator("form[action$='/wijzigen'] [name=op]").get_attribute("max")
    pagina.locator("form[action$='/wijzigen'] [name=op]").fill(vandaag)
    pagina.get_by_role("button", name="Verander het huishouden").click()
    expect(main).to_contain_text("Het huishouden is veranderd")
    assert pagina.url == adres
    leden = pagina.locator("section[aria-labelledby=kop-leden]")
    expect(leden).not_to_contain_text(partner["client"]["geslachtsnaam"])
    expect(pagina.locator("section[aria-labelledby=kop-verloop]")).to_contain_text(partner["client"]["geslachtsnaam"])


def test_de_aanmelding_is_geen_weg_om_het_dossier_heen(bezoek, binnen, koppeling):
    wie = koppeling.meld()
    assert koppeling.stand(wie)[1]["toestand"] == "geaccepteerd"
    adres = f"/aanmelding/{wie['aanmeldingId']}"
    leider = bezoek(**binnen("teamleider1"))
    assert leider.goto(adres).status == 200
    # Nobody guides this person yet: no begeleider of the team opens the aanmelding or finds it in a list.
    pagina = bezoek(**binnen("begeleider1"))
    assert pagina.goto(adres).status == 404
    assert wie["client"]["geslachtsnaam"] not in pagina.content()
    pagina.goto("/aanmeldingen?toestand=geaccepteerd")
    expect(pagina.get_by_role("heading", name="Aanmeldingen", level=1)).to_be_visible()
    while True:
        assert wie["client"]["geslachtsnaam"] not in pagina.content()
        volgende = pagina.get_by_role("link", name="Volgende")
        if not volgende.count():
            break
        volgende.first.click()
    assert pagina.goto("/aanmeldingen?toestand=in-controle").status == 200


def test_een_aankomst_gaat_terug(bezoek, binnen, kijk_na, koppeling):
    hoofd = koppeling.meld(huishouden={"huishoudenId": woord(5), "rol": "hoofd"})
    komt = koppeling.meld(huishouden={"huishoudenId": woord(5), "rol": "hoofd"})
    naam = komt["client"]["geslachtsnaam"]
    pagina = bezoek(**binnen("teamleider1"))
    main = pagina.get_by_role("main")
    pagina.goto(dossier_van(pagina, hoofd))
    pagina.get_by_role("link", name="Naar het huishouden").click()
    open_alles(pagina)
    nieuw = pagina.locator("form[action$='/verwacht']")
    nieuw.get_by_label("Familie van").select_option(index=1)
    nieuw.locator("[name=naam]").fill("Selam Proef")
    nieuw.locator("[name=rol-verwacht]").select_option("partner")
    nieuw.locator("[name=stand]").select_option("verwacht")
    nieuw.get_by_role("button", name="Toevoegen").click()
    expect(main).to_contain_text("Wordt verwacht")
    aankomst = pagina.locator("form[action*='/verwacht/']")
    aankomst.locator("[name=dossiernummer]").fill(koppeling.stand(komt)[1]["dossiernummer"])
    aankomst.locator("[name=op]").fill(aankomst.locator("[name=op]").get_attribute("max"))
    aankomst.get_by_role("button", name="Zet in dit huishouden").click()
    leden = pagina.locator("section[aria-labelledby=kop-leden]")
    expect(leden).to_contain_text(naam)
    # It was somebody else's dossier.
    main.get_by_role("link", name="Aankomst terugdraaien").click()
    kijk_na(pagina, "aankomst-terug")
    pagina.get_by_role("button", name="Aankomst terugdraaien").click()
    expect(main).to_contain_text("De aankomst is teruggedraaid")
    expect(main).to_contain_text("Wordt verwacht")
    expect(leden).not_to_contain_text(naam)


def test_de_dag_van_een_verandering_verbeteren(bezoek, binnen, kijk_na, koppeling):
    wie = koppeling.meld(huishouden={"huishoudenId": woord(5), "rol": "hoofd"})
    naam = wie["client"]["geslachtsnaam"]
    een, twee = bezoek(**binnen("teamleider1")), bezoek(**binnen("teamleider1"))
    een.goto(dossier_van(een, wie))
    een.get_by_role("link", name="Naar het huishouden").click()
    een.get_by_role("link", name=re.compile("Dag of rol verbeteren van .*" + naam)).click()
    kijk_na(een, "huishoudverbetering")
    twee.goto(een.url)
    een.locator("[name=van]").fill("2099-01-01")
    een.get_by_role("button", name="Opslaan").click()
    expect(een.get_by_role("alert").first).to_contain_text("ligt in de toekomst")
    een.locator("[name=van]").fill("2026-06-01")
    een.get_by_role("button", name="Opslaan").click()
    main = een.get_by_role("main")
    expect(main).to_contain_text("De dag en de rol staan nu zo in het huishouden")
    expect(main).to_contain_text("sinds 1 juni 2026")
    # A colleague had the same form open.
    twee.locator("[name=rol]").select_option("overig")
    twee.get_by_role("button", name="Opslaan").click()
    expect(twee.get_by_role("heading", level=1)).to_have_text("Iemand anders was u voor")
    expect(twee.locator("[name='kies-van'][value=ander]")).to_be_checked()
    twee.get_by_role("button", name="Opslaan zoals gekozen").click()
    expect(twee.get_by_role("main")).to_contain_text("Woont ook hier, sinds 1 juni 2026")


def test_doelgroepen_hebben_een_eigen_weg(bezoek, binnen, koppeling):
    huis = {"huishoudenId": woord(5), "rol": "hoofd"}
    ouder = koppeling.meld(huishouden=huis, verblijfsvorm="har")
    kind = koppeling.meld({"geboortedatum": {"datum": "2020-04-11"}}, doelgroep="kind", huishouden=huis | {"rol": "kind"})
    exAMV = koppeling.meld({"geboortedatum": {"datum": "2008-03-02"}}, doelgroep="ex-amv")
    oekraine = koppeling.meld(doelgroep="ontheemde-oekraine")
    stand = koppeling.stand(oekraine)[1]
    assert (stand["toestand"], stand["redenen"]) == ("afgewezen", ["ontheemde-oekraine"])
    pagina = bezoek(**binnen("teamleider1"))
    main = pagina.get_by_role("main")
    tot(pagina, dossier_van(pagina, kind), "rijdt mee met het traject van een ouder of voogd")
    pagina.goto(dossier_van(pagina, exAMV))
    expect(main).not_to_contain_text("rijdt mee")
    # From the hotel to a home: a second start, with a second round of arrangements.
    dossier = dossier_van(pagina, ouder)
    tot(pagina, dossier + "/regeldag", "BRP")
    voor = main.inner_text()
    pagina.goto(dossier)
    pagina.get_by_role("link", name="Naar het huishouden").click()
    vandaag = pagina.locator("form[action$='/wijzigen'] [name=op]").get_attribute("max")
    pagina.goto(dossier + "/gegevens")
    pagina.locator("[name=datumHuisvesting]").fill(vandaag)
    pagina.get_by_label("Woont in").select_option("eigen-woning")
    pagina.get_by_role("button", name="Opslaan").click()
    expect(pagina.get_by_role("status").first).to_be_visible()
    for _ in range(20):
        pagina.goto(dossier + "/regeldag")
        if main.inner_text() != voor:
            break
        pagina.wait_for_timeout(250)
    assert main.inner_text() != voor
    # Three facts that are not one, each with its day and reason.
    pagina.goto(dossier + "/gegevens")
    for feit in ("doelgroep", "nburgering", "actureer"):
        expect(main).to_contain_text(re.compile(feit))


def test_twee_collegas_wijzigen_dezelfde_gegevens(bezoek, binnen, kijk_na, koppeling):
    """A field that the second one did not touch does not bring the old value back."""
    data = koppeling.meld()
    een, twee = bezoek(**binnen("teamleider1")), bezoek(**binnen("teamleider1"))
    pad = dossier_van(een, data) + "/gegevens"
    een.goto(pad)
    twee.goto(pad)
    een.locator("[name=telefoon]").fill("0611111111")
    een.locator("[name=roepnaam]").fill("Eerste")
    een.get_by_role("button", name="Opslaan").click()
    expect(een.get_by_role("main")).to_contain_text("De gegevens zijn opgeslagen.")
    twee.locator("[name=roepnaam]").fill("Tweede")
    twee.locator("[name=leestaal]").select_option("fr")
    twee.get_by_role("button", name="Opslaan").click()
    expect(twee.get_by_role("heading", level=1)).to_have_text("Iemand anders was u voor")
    kijk_na(twee, "gegevens-botsing", open=True)
    expect(twee.locator("[name='kies-telefoon'][value=ander]")).to_be_checked()
    expect(twee.locator("[name='kies-leestaal'][value=mijn]")).to_be_checked()
    assert twee.locator("[name='kies-roepnaam']:checked").count() == 0
    twee.locator("[name='kies-roepnaam'][value=mijn]").check()
    twee.get_by_role("button", name="Opslaan zoals gekozen").click()
    expect(twee.get_by_role("main")).to_contain_text("De gegevens zijn opgeslagen.")
    expect(twee.locator("[name=roepnaam]")).to_have_value("Tweede")
    expect(twee.locator("[name=leestaal]")).to_have_value("fr")
    assert twee.locator("[name=telefoon]").input_value().endswith("611111111")


def test_talen_en_de_wens_voor_een_tolk(bezoek, binnen, kijk_na, koppeling):
    data = koppeling.meld()
    pagina = bezoek(**binnen("teamleider1"))
    main = pagina.get_by_role("main")
    dossier = dossier_van(pagina, data)
    pagina.goto(dossier + "/gegevens")
    kijk_na(pagina, "gegevens-nieuw", open=True)
    pagina.locator("[name=leestaal]").select_option("ar")
    pagina.locator("[name=tolktaal]").select_option("am")
    pagina.locator("input[name=tolkgeslacht][value=vrouw]").check()
    pagina.locator("input[name=geletterd][value=nee]").check()
    pagina.get_by_role("button", name="Opslaan").click()
    pagina.goto(dossier)
    expect(main).to_contain_text("Spreekt Tigrinya")
    expect(main).to_contain_text(re.compile("Tolk nodig: Amhaars, liefst een vrouw"))
    expect(main).to_contain_text("Kan niet lezen en schrijven")
    expect(main).to_contain_text(re.compile("Leest\\s*Arabisch"))


def test_een_wijziging_van_de_gemeente_deels_overnemen(bezoek, binnen, kijk_na, koppeling):
    data = koppeling.meld({"straat": "Oudestraat", "huisnummer": "1"})
    koppeling.wijzig(data | {"client": data["client"] | {"straat": "Nieuwestraat", "huisnummer": "22"}})
    assert koppeling.stand(data)[1]["wijziging"] == "in-controle"
    pagina = bezoek(**binnen("teamleider1"))
    main = pagina.get_by_role("main")
    dossier = dossier_van(pagina, data)
    pagina.goto("/wijzigingen")
    while not pagina.get_by_role("link", name=re.compile(data["client"]["geslachtsnaam"])).count():
        pagina.goto(pagina.locator("main a[rel=next]").get_attribute("href"))
    pagina.get_by_role("link", name=re.compile(data["client"]["geslachtsnaam"])).click()
    expect(main).to_contain_text("Nieuwestraat")
    kijk_na(pagina, "wijziging")
    pagina.locator("input[name=overnemen][value=huisnummer]").uncheck()
    pagina.get_by_role("button", name="Verwerk deze keuze").click()
    expect(pagina.get_by_role("alert").first).to_contain_text("Kies waarom")
    kijk_na(pagina, "wijziging-fout")
    pagina.get_by_label("Waarom neemt u iets niet over?").select_option("al-bekend")
    pagina.get_by_role("button", name="Verwerk deze keuze").click()
    assert koppeling.stand(data)[1]["wijziging"] == "deels-overgenomen"
    pagina.goto(dossier)
    expect(main).to_contain_text("Nieuwestraat 1")


def test_na_een_stop_ziet_de_klantmanager_deze_persoon_op_geen_enkele_pagina(bezoek, binnen, koppeling):
    data = koppeling.meld()
    naam, nummer = data["client"]["geslachtsnaam"], koppeling.stand(data)[1]["dossiernummer"]
    leider = bezoek(**binnen("teamleider1"))
    dossier = dossier_van(leider, data)
    klant = bezoek(**binnen("klantmanager1"))

    def paginas() -> set[str]:
        """Every page that a klantmanager comes to from the menu, two links deep, that tells of this person."""
        gezien, noemt, rand = set(), set(), ["/"]
        for _ in range(3):
            volgende = []
            for adres in rand:
                if adres in gezien or len(gezien) > 150:
                    continue
                gezien.add(adres)
                antwoord = klant.request.get(adres)
                if "text/html" not in antwoord.headers.get("content-type", ""):
                    continue
                tekst = antwoord.text()
                if naam in tekst or nummer in tekst or dossier in tekst:
                    noemt.add(adres)
                volgende += re.findall(r'href="(/(?!stijl|afmelden|bestand)[^"#]*)"', tekst)
            rand = [adres.replace("&amp;", "&") for adres in volgende]
        return noemt

    def zoekt() -> str:
        """What a klantmanager finds who is about to enter this very person by hand."""
        klant.goto("/aanmelding/nieuw")
        jaar, maand, dag = data["client"]["geboortedatum"]["datum"].split("-")
        for veld, waarde in {"voornamen": data["client"]["voornamen"], "geslachtsnaam": naam, "geboren-jaar": jaar,
                             "geboren-maand": maand, "geboren-dag": dag}.items():
            klant.locator(f"[name={veld}]").fill(waarde)
        klant.get_by_role("button", name="Zoeken").click()
        return klant.get_by_role("main").inner_text()

    assert nummer in zoekt()
    voor = paginas()
    assert voor, "geen pagina noemde deze persoon: dan zegt het vervolg niets"
    leider.goto(dossier + "/uitwisseling")
    leider.get_by_label("Waarom moet de uitwisseling stoppen?").fill("Proef: een familielid zoekt deze persoon.")
    leider.get_by_role("button", name="Uitwisseling nu stoppen").click()
    expect(leider.get_by_role("main")).to_contain_text("Uitwisseling gestopt")
    assert paginas() == set(), voor
    assert nummer not in zoekt()
    assert koppeling.stand(data)[0] == 404
    for pad in ("", "/gegevens", "/samenvoegen", "/uitwisseling", "/uitwisseling/waarom"):
        antwoord = klant.request.get(dossier + pad)
        assert antwoord.status in (403, 404) and naam not in antwoord.text(), pad


def test_wie_18_wordt_staat_op_de_lijst_en_blijft_gevraagd(bezoek, binnen, kijk_na, koppeling):
    huis = {"huishoudenId": woord(5), "rol": "hoofd"}
    koppeling.meld(huishouden=huis)
    # Born somewhere in 2009: may be 18, and a person decides.
    kind = koppeling.meld({"geslachtsnaam": woord(), "geboortedatum": {"datum": "2009-01-01", "gebruik": "2"}},
                          doelgroep="kind", huishouden=huis | {"rol": "kind"})
    naam = kind["client"]["geslachtsnaam"]
    pagina = bezoek(**binnen("teamleider1"))
    main = pagina.get_by_role("main")
    dossier = dossier_van(pagina, kind)
    tot(pagina, dossier, "rijdt mee met het traject van een ouder of voogd")
    pagina.goto("/wordt-18")
    rij = main.get_by_role("row").filter(has_text=naam)
    expect(rij).to_have_count(1)
    expect(rij).to_contain_text("onbekend, tussen januari 2027 en december 2027")
    kijk_na(pagina, "wordt-18")
    rij.get_by_role("link", name="Bekijk huishouden").click()
    expect(main).to_contain_text(naam)
    pagina.goto("/wordt-18")
    main.get_by_role("row").filter(has_text=naam).get_by_role("link").first.click()
    assert pagina.url.endswith(dossier)
    # Once a minute somebody looks who became 18; until it is settled it is asked.
    for _ in range(120):
        pagina.goto("/uit-beeld?reden=achttien")
        if naam in main.inner_text():
            break
        pagina.wait_for_timeout(500)
    punt = main.get_by_role("listitem").filter(has_text=naam).first
    expect(punt).to_contain_text("heeft geen eigen traject")
    punt.get_by_role("link", name="Naar de gegevens").click()
    assert pagina.url.endswith(dossier + "/gegevens")
