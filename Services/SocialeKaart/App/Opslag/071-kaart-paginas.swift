// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

/// What the pages of the directory ask: what must be checked first, the entries of one organisation by name, the runs of an
/// upload, and for which goal a referral was made.
let migratie071KaartPaginas = Migration("071-kaart-paginas") { db in
    try db.execute(
        sql: """
            CREATE INDEX voorziening_werk ON voorziening (coalesce(gecontroleerd_op, ''), id) WHERE status <> 'defunct';
            CREATE INDEX voorziening_aanbieder ON voorziening (organisatie_id, naam, id);

            -- Of an upload by the pages: which, and who sent it in.
            ALTER TABLE kaartimport ADD COLUMN invoer TEXT;
            ALTER TABLE kaartimport ADD COLUMN door TEXT;
            CREATE INDEX kaartimport_invoer ON kaartimport (invoer, begonnen_op) WHERE invoer IS NOT NULL;

            -- An id of begeleiding. It never leaves this store but to who guides the person.
            ALTER TABLE verwijzing ADD COLUMN doel_id TEXT;
            """)
}
