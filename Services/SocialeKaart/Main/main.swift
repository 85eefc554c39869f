// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Dienst
import SocialeKaartApp

await runService(.socialeKaart, migrations: SocialeKaart.migrations, pageSize: SocialeKaart.pageSize) {
    try await SocialeKaart.assemble($0)
}
