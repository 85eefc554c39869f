// SPDX-License-Identifier: EUPL-1.2

/// The processes that talk on the bus. The raw value is the name of the executable, of its key file and of its store.
public enum ServiceName: String, Codable, Sendable, CaseIterable, Hashable, CodingKeyRepresentable {
    case intake
    case begeleiding
    case socialeKaart = "sociale-kaart"
    case reiskosten
    case rapportage
    case portaal
    /// The operator's command. It owns no store; it may only ask for the state of a service.
    case wegwijs

    /// The services that own a store and answer on the bus.
    public static var stores: [ServiceName] { allCases.filter { $0 != .wegwijs } }

    /// The services whose event streams this one reads: a service starts only when it follows just these.
    public var reads: Set<ServiceName> {
        switch self {
        case .intake: [.begeleiding, .rapportage]
        case .begeleiding: [.intake, .portaal, .rapportage]
        case .socialeKaart, .reiskosten: [.intake, .begeleiding]
        case .rapportage: [.intake, .begeleiding, .socialeKaart, .reiskosten]
        case .portaal, .wegwijs: []
        }
    }

    /// Who reads the event stream of this one: it is pruned only below what all of them have.
    public var readers: Set<ServiceName> { Set(Self.stores.filter { $0.reads.contains(self) }) }

    /// The CloudEvents `source` of what this service says.
    public var source: String { "urn:wegwijs:\(rawValue)" }

    public init?(source: String) {
        guard source.hasPrefix("urn:wegwijs:") else { return nil }
        self.init(rawValue: String(source.dropFirst("urn:wegwijs:".count)))
    }
}
