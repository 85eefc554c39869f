// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Dienst
import ReiskostenApp

await runService(.reiskosten, migrations: Reiskosten.migrations) { try await Reiskosten.assemble($0) }
