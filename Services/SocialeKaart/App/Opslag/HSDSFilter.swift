// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB

/// What the public face can ask of services beside words and terms: the filters of HSDS and those of the UK profile. All of
/// them together are AND.
struct HSDSFilter: Sendable, Equatable {
    var kaart = Kaartfilter()
    /// Youngest and oldest age asked for: the service takes somebody of that age.
    var minimumLeeftijd: Double?
    var maximumLeeftijd: Double?
    /// 1 is Monday.
    var dag: Int?
    /// `HH:mm`: open at the first time, until the second.
    var vanaf: String?
    var tot: String?
    /// Opening hours that ended before this day do not count.
    var vandaag: Datum?
    /// Only places within so many metres of this point.
    var nabij: Nabij?

    struct Nabij: Sendable, Equatable {
        var breedte: Double
        var lengte: Double
        var meter: Double
        /// How much a degree of longitude is shorter than one of latitude here.
        var cosinus: Double { cos(breedte * .pi / 180) }
    }

    /// The conditions on `voorziening v`, each beginning with AND.
    /// - Parameter plek: the id of the place, when a place is asked and not a service: hours of other places do not count.
    func sql(plek: String? = nil) -> (sql: String, arguments: StatementArguments) {
        var (sql, arguments) = kaart.sql()
        if let minimumLeeftijd {
            sql += " AND coalesce(v.maximum_leeftijd, 200) >= ?"
            arguments += [minimumLeeftijd]
        }
        if let maximumLeeftijd {
            sql += " AND coalesce(v.minimum_leeftijd, 0) <= ?"
            arguments += [maximumLeeftijd]
        }
        guard dag != nil || vanaf != nil || tot != nil else { return (sql, arguments) }
        sql += " AND EXISTS (SELECT 1 FROM openingsregel r WHERE r.nr = v.nr AND r.soort <> 'uitzondering'"
        if let plek { sql += " AND (r.plek_id IS NULL OR r.plek_id = \(plek))" }
        if let vandaag {
            sql += " AND (r.geldig_tot IS NULL OR substr(r.geldig_tot, 1, 10) >= ?)"
            arguments += [vandaag.description]
        }
        if let dag {
            sql += " AND r.dag = ?"
            arguments += [dag]
        }
        switch (vanaf, tot) {
        case (let vanaf?, let tot?):
            sql += " AND r.van <= ? AND r.tot >= ?"
            arguments += [vanaf, tot]
        case (let vanaf?, nil):
            sql += " AND r.van <= ? AND r.tot > ?"
            arguments += [vanaf, vanaf]
        case (nil, let tot?):
            sql += " AND r.van < ? AND r.tot >= ?"
            arguments += [tot, tot]
        case (nil, nil): break
        }
        return (sql + ")", arguments)
    }
}
