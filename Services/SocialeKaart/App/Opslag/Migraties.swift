// SPDX-License-Identifier: EUPL-1.2
import Opslag

/// Every step of this store, oldest first; only forward.
enum Migraties {
    static let alle: [Migration] = [
        migratie001Kaart,
        migratie002Zoeken,
        migratie003Verwijzing,
        migratie004Toewijzing,
        migratie050Uitwisselingsstop,
        Samengevoegd.migration("070-samengevoegd"), Uitwisselstop.metSamenvoeging("071-stop-en-samenvoeging"),
        Waarneming.migration("130-waarneming"),
        migratie010KaartHeel,
        migratie030VerwijzingHeel,
        migratie031Capaciteit,
        migratie032Antwoordlink,
        migratie011Kaartbeheer,
        migratie020Zoekindex,
        migratie033Tokens,
        migratie034Bezorging,
        migratie071KaartPaginas,
        migratie090ToewijzingVerwijst,
        migratie091KaartKlein,
        migratie092VoorstelIngetrokken,
        migratie093Begripswoord,
        migratie094ZoekdrieSamen,
        migratie120VerwijzingTeDoen,
        migratie096UrenPerPlek,
        migratie095Onbeantwoord,
        migratie091Tokensleutel,
    ]
}
