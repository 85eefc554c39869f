// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Dienst
import SocialeKaartApp

await runService(.socialeKaart, migrations: SocialeKaart.migrations, layout: SocialeKaart.layout) {
    try await SocialeKaart.assemble($0)
}
