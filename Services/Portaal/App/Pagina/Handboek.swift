// SPDX-License-Identifier: EUPL-1.2
import Berichten

/// The handbook for people who work with Wegwijs, in Dutch at B1: short sentences, one thing at a time.
enum Handboek {
    typealias Vraag = HelpPagina.Vraag

    /// - Note: no roles means for everybody.
    static let hoofdstukken: [(rollen: Set<Role>, hoofdstuk: HelpPagina.Hoofdstuk)] = [
        (
            [],
            .init(
                id: "aanmelden", titel: "Aanmelden",
                inleiding: "U meldt zich aan met uw gebruikersnaam, uw wachtwoord en een code uit een app.",
                vragen: [
                    Vraag(
                        "Hoe kom ik aan de code?",
                        "U krijgt van de beheerder een sleutel. Die zet u één keer in een app op uw telefoon. De app laat daarna elke halve minuut een nieuwe code van zes cijfers zien.",
                        "Elke code werkt één keer. Is de code net gebruikt? Wacht dan op de volgende."),
                    Vraag(
                        "Ik kan niet meer aanmelden.",
                        "Na een paar verkeerde pogingen moet u even wachten. De wachttijd staat op het scherm.",
                        "Bent u uw wachtwoord kwijt of hebt u een andere telefoon? Vraag de beheerder om u opnieuw toegang te geven."
                    ),
                    Vraag(
                        "Wat gebeurt er met wat ik heb getypt als ik te lang wacht?",
                        "Na een half uur zonder iets te doen meldt Wegwijs u af. Was u een formulier aan het invullen? Meld u dan opnieuw aan. Wat u had getypt, staat er weer."
                    ),
                ])
        ),
        (
            [.begeleider, .vrijwilliger, .teamleider],
            .init(
                id: "begeleiden", titel: "Mensen begeleiden",
                inleiding: "Op Vandaag ziet u wat er moet gebeuren en waarom. Bij Mijn mensen vindt u iedereen die u begeleidt.",
                vragen: [
                    Vraag(
                        "Hoe leg ik een contact vast?",
                        "Open het dossier en kies Contact vastleggen. Kies de soort, of de persoon er was en hoe lang het duurde. Dat is genoeg. Een aantekening mag kort zijn.",
                        "Schrijf op wat u zag of hoorde. Schrijf geen oordeel op. De persoon mag alles lezen."),
                    Vraag(
                        "Ik heb een contact verkeerd vastgelegd.",
                        "Open het contact in de tijdlijn van het dossier. Kies Verbeter dit contact, of trek het in. U zegt erbij waarom. De eerste versie blijft leesbaar."
                    ),
                    Vraag(
                        "Hoe leg ik een heel spreekuur vast?",
                        "Ga naar Spreekuur. Zoek wie er was en zet die mensen op de lijst. Leg ieder apart vast, of alles tegelijk. Gaat er bij één iets mis, dan blijft de rest staan."
                    ),
                    Vraag(
                        "Hoe werkt de agenda?",
                        "Een afspraak maakt u in het dossier. Zij staat in uw agenda en op de dag zelf op Vandaag. Daar blijft zij tot u vastlegt hoe het ging, haar verzet of afzegt.",
                        "Op de pagina Agenda kunt u een adres maken voor uw eigen agenda-app. Daarin staan geen namen en geen adressen."
                    ),
                    Vraag(
                        "Ik moet weg en ben nog niet klaar met een formulier.",
                        "Kies Bewaar als concept. Meestal bewaart Wegwijs vanzelf wat u typt. Open het formulier later weer, ook op een ander apparaat: wat u typte staat er nog. Alleen u ziet uw concepten."
                    ),
                    Vraag(
                        "Wat betekent de klok?",
                        "De klok laat zien hoeveel van de begeleiding al voorbij is. De streepjes zijn momenten uit het contract, zoals het tussenrapport.",
                        "Staat de klok stil? Dan is er een pauze met een reden. U kunt altijd zien waarom een datum zo is."),
                    Vraag(
                        "Wat is het regeldagbord?",
                        "Op het bord staat alles wat geregeld moet worden rond het nieuwe huis, met de laatste dag waarop het kan. Wat bijna te laat is, staat vooraan.",
                        "Wacht een stap op iets anders? Dan staat erbij waarop. Kan het toch al, kies dan waarom. Open een stap voor bewijs, wie het doet en wat er al mee is gedaan. De laatste wijziging draait u daar terug.",
                        "Bij een stap voegt u een foto of PDF toe, zoals het besluit. Vrijwilligers zien die niet. Hoort het er niet? Trek het in, dan is het bestand weg."
                    ),
                    Vraag(
                        "Hoe bereid ik een regeldag voor?",
                        "Maak op het bord de afspraken met de instanties. Het bord zegt het als iemand op twee plekken tegelijk moet zijn. Druk daarna het blad af: daarop staan de afspraken, wat er moet gebeuren en wat mee moet.",
                        "Heeft een stap nog geen datum? Vul dan de dag in waarop de termijn begint, zoals de dag van het besluit van de IND."
                    ),
                    Vraag(
                        "Hoe verwijs ik iemand door?",
                        "Zoek een organisatie op de sociale kaart. U ziet precies welke gegevens er worden gestuurd voordat u verstuurt. Daarna ziet u bij Verwijzingen wie er aan zet is."
                    ),
                ])
        ),
        (
            [.begeleider, .teamleider, .aandachtsfunctionaris],
            .init(
                id: "zorgen", titel: "Zorgen over iemand",
                inleiding: "Is er nu gevaar? Bel 112. Advies over geweld thuis, dag en nacht: Veilig Thuis, 0800-2000.",
                vragen: [
                    Vraag(
                        "Ik zie iets waar ik me zorgen over maak.",
                        "Open het dossier en kies Signalen. Schrijf op wat u zag of hoorde en hoe u het weet. Geen mening. Kies hoe snel iemand iets moet doen.",
                        "Alleen wie het dossier begeleidt en de teamleider lezen dit. Op Vandaag staat alleen dat er iets openstaat, niet waarover."
                    ),
                    Vraag(
                        "Iemand kan niet veilig worden gebeld.",
                        "Kies Veiligheid in het dossier en vul in welk nummer wel mag, wanneer, en welke tolk niet. Dat staat daarna bovenaan elke pagina van het dossier."
                    ),
                    Vraag(
                        "Wanneer gebruik ik de Meldcode?",
                        "Bij geweld, dwang, verwaarlozing of uitbuiting. Begin bij het signaal. U zet vijf stappen: op een rij zetten, overleggen, praten, afwegen en besluiten. Een stap overslaan kan, met een reden.",
                        "Een zaak is afgesloten: alleen wie erin genoemd is en de aandachtsfunctionaris lezen hem. Wordt u als teamleider gevraagd om mee te lezen? Ga dan naar het adres van Wegwijs met /meldcode erachter.",
                        "Is er nu gevaar en moet u weten wat er in een zaak staat? Vraag dan noodinzage, op de pagina Signalen van het dossier. U geeft een reden en leest vier uur mee. De aandachtsfunctionaris kijkt daarna of het nodig was, ook als er geen zaak was."
                    ),
                ])
        ),
        (
            [.teamleider],
            .init(
                id: "team", titel: "Een team leiden",
                inleiding: "U ziet de mensen van uw hele team en de aanmeldingen die op een besluit wachten.",
                vragen: [
                    Vraag(
                        "Iemand loopt gevaar als een ander iets hoort. Wat doe ik?",
                        "Open het dossier en kies bij Gegevens: Uitwisseling. Schrijf waarom en kies Uitwisseling nu stoppen. Vanaf dat moment gaat er niets over deze persoon naar de gemeente of naar partners.",
                        "Alleen de teamleider en de functionaris gegevensbescherming kunnen lezen wie de uitwisseling stopte en waarom. Hervatten doet een teamleider die niet zelf heeft gestopt."
                    ),
                    Vraag(
                        "Ik heb te snel geaccepteerd of afgewezen.",
                        "Open de aanmelding en kies Weer laten wachten. Dat kan zolang er geen begeleider is en geen contact. Daarna kan het niet meer."
                    ),
                    Vraag(
                        "Hoe weet ik of er genoeg begeleiders zijn?",
                        "Kijk bij Instroom. U ziet wie er kwam, wie er wordt verwacht en hoeveel plaatsen er zijn. Met de schuiven probeert u wat er gebeurt als er meer mensen komen of als een traject langer duurt.",
                        "Onderaan staat hoe er is gerekend en hoe onzeker het is."),
                    Vraag(
                        "Wanneer moet ik zelf een aanmelding beoordelen?",
                        "De meeste aanmeldingen gaan vanzelf door. U beslist alleen als iemand misschien al bekend is, of als de doelgroep niet duidelijk is."
                    ),
                ])
        ),
        (
            [.financieel, .tweedeTekenaar],
            .init(
                id: "geld", titel: "Reiskosten",
                inleiding: "Een voorschot gaat van aangevraagd naar goedgekeurd, betaald, verantwoord en afgerekend.",
                vragen: [
                    Vraag(
                        "Waarom kan ik mijn eigen aanvraag niet goedkeuren?",
                        "Twee mensen kijken naar elk bedrag. Wie aanvraagt, beslist niet. Zo is het geld van de gemeente veilig."),
                    Vraag(
                        "Waar komt het bedrag vandaan?",
                        "Bij elk besluit staat welke regel is gebruikt en vanaf welke datum die geldt."),
                ])
        ),
        (
            [.klantmanager],
            .init(
                id: "gemeente", titel: "Voor de gemeente",
                inleiding: "U ziet de mensen van uw gemeente, hun tussenrapporten en de cijfers.",
                vragen: [
                    Vraag(
                        "Wat zie ik bij Instroom?",
                        "Hoeveel mensen kwamen, hoeveel er worden verwacht en of het team dat aankan. Kleine aantallen blijven verborgen, zodat niemand te herkennen is."
                    ),
                    Vraag(
                        "Hoe weet ik dat een cijfer klopt?",
                        "Klik op het cijfer. U ziet dan precies de mensen die zijn geteld, en hoe er is geteld."),
                ])
        ),
        (
            [.partner],
            .init(
                id: "partner", titel: "Voor partners",
                inleiding: "U ziet de verwijzingen naar uw organisatie en antwoordt daarop.",
                vragen: [
                    Vraag(
                        "Wat moet ik doen met een verwijzing?",
                        "Kies Aannemen, Wachtlijst of Afwijzen. Wijst u af? Kies dan een reden. De begeleider ziet uw antwoord meteen."
                    )
                ])
        ),
        (
            [.functionarisGegevensbescherming],
            .init(
                id: "privacy", titel: "Toezicht op gegevens",
                inleiding: "U kijkt of gegevens van mensen goed worden gebruikt.",
                vragen: [
                    Vraag(
                        "Over wie is de uitwisseling gestopt?",
                        "Kijk bij Gestopte uitwisseling. Open een regel om te lezen wie de uitwisseling stopte en waarom. Elke keer dat iemand dat leest, wordt vastgelegd."
                    )
                ])
        ),
        (
            [.beheerder],
            .init(
                id: "beheer", titel: "Beheren", inleiding: "U geeft mensen toegang en haalt die toegang weer weg.",
                vragen: [
                    Vraag(
                        "Iemand gaat uit dienst. Wat doe ik?",
                        "Zet de gebruiker op niet actief. De persoon wordt meteen afgemeld en kan niet meer aanmelden. De geschiedenis blijft staan."
                    )
                ])
        ),
    ]
}
