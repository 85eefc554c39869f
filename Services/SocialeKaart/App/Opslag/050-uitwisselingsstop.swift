// SPDX-License-Identifier: EUPL-1.2
import Opslag

/// About whom nothing may leave, from the events of intake.
let migratie050Uitwisselingsstop = Uitwisselstop.migration("050-uitwisselingsstop")
