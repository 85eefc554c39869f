// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Dienst
import RapportageApp

await runService(.rapportage, migrations: Rapportage.migrations) { try await Rapportage.assemble($0) }
