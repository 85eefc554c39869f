// SPDX-License-Identifier: EUPL-1.2
import Berichten

/// Where a peer can be reached: the ROUTER that answers and the PUB that rings.
public struct PeerAddress: Sendable, Equatable {
    public var router: String
    public var bell: String
    public init(router: String, bell: String) { (self.router, self.bell) = (router, bell) }
}

/// What the bus of one process must know. Addresses are libzmq endpoints (`ipc://…` or `tcp://…`).
public struct BusConfiguration: Sendable {
    public var service: ServiceName
    /// Where this process binds; nil for one that only asks.
    public var own: PeerAddress?
    public var peers: [ServiceName: PeerAddress]
    public var secretKey: String
    public var publicKey: String
    /// The public keys (Z85) of all who may talk here.
    public var knownKeys: [ServiceName: String]
    /// The most requests that are handled at one time; what comes above is answered with `Failure.unavailable`.
    public var maxRequests = 128
    /// How long `run` lets requests and batches under way finish when it is cancelled.
    public var drain: Duration = .seconds(2)

    public init(
        service: ServiceName, own: PeerAddress?, peers: [ServiceName: PeerAddress], secretKey: String, publicKey: String,
        knownKeys: [ServiceName: String]
    ) {
        (self.service, self.own, self.peers) = (service, own, peers)
        (self.secretKey, self.publicKey, self.knownKeys) = (secretKey, publicKey, knownKeys)
    }
}
