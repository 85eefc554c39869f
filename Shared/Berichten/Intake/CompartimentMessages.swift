// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// The key of a sealed compartment within a file, such as the Meldcode. Only for the service that keeps it, and only on
/// behalf of a user whose role may have to do with it. Held for one request, never written.
public struct CompartimentSleutel: Query {
    public static let type = "nl.wegwijs.intake.compartiment-sleutel.v1"
    public static let service = ServiceName.intake
    public typealias Answer = DossierSleutel.Answer
    public var compartiment: UUID
    public init(compartiment: UUID) { self.compartiment = compartiment }
}
