// SPDX-License-Identifier: EUPL-1.2
import BegeleidingApp
import Berichten
import Dienst

await runService(.begeleiding, migrations: Begeleiding.migrations, layout: Begeleiding.layout) {
    try await Begeleiding.assemble($0)
}
