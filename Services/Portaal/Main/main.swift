// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Dienst
import PortaalApp

await runService(.portaal, migrations: Portaal.migrations) { try await Portaal.assemble($0) }
