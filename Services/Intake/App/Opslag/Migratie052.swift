// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

extension Migration {
    /// What deciding and the forecast of the inflow ask of an aanmelding, and whether anything was done with a person yet.
    ///
    /// `besloten_dag` of what was accepted before this step is the day on which it came in: most were accepted by rule.
    static let aanvaarding = Migration("052-aanvaarding") { db in
        try db.execute(
            sql: """
                ALTER TABLE aanmelding ADD COLUMN besloten_dag TEXT;
                ALTER TABLE aanmelding ADD COLUMN datum_huisvesting TEXT;
                ALTER TABLE aanmelding ADD COLUMN datum_koppeling TEXT;
                ALTER TABLE aanmelding ADD COLUMN huishouden_referentie TEXT;
                -- Of a person that was put back to waiting: the same number again when accepted anew, and a later version.
                ALTER TABLE aanmelding ADD COLUMN eerder_nummer TEXT;
                ALTER TABLE aanmelding ADD COLUMN eerder_versie INTEGER;
                ALTER TABLE persoon ADD COLUMN begonnen_op TEXT;
                UPDATE aanmelding SET besloten_dag = ontvangen_dag WHERE toestand IN ('geaccepteerd', 'afgewezen');
                UPDATE aanmelding SET datum_huisvesting = p.datum_huisvesting FROM persoon p WHERE p.id = aanmelding.dossier;
                UPDATE aanmelding SET huishouden_referentie = h.referentie
                    FROM persoon p JOIN huishouden h ON h.id = p.huishouden WHERE p.id = aanmelding.dossier;
                UPDATE persoon SET begonnen_op = substr(gewijzigd_op, 1, 10) WHERE begeleider IS NOT NULL;
                CREATE INDEX aanmelding_huishouden ON aanmelding (gemeente, huishouden_referentie)
                    WHERE huishouden_referentie IS NOT NULL;
                CREATE INDEX aanmelding_instroom ON aanmelding (gemeente, ontvangen_dag);
                """)
    }
}
