// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Dienst
import IntakeApp

await runService(.intake, migrations: Intake.migrations, layout: Intake.layout) { try await Intake.assemble($0) }
