// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import Opslag

// What an operator sees of the bus.
extension Hub {
    func status() -> BusStatus {
        var sockets = counts
        sockets.requests = active.count
        sockets.connected = peers.values.filter(\.isConnected).map(\.service).sorted { $0.rawValue < $1.rawValue }
        return BusStatus(
            service: configuration.service, own: publisher.map(ownStream),
            followed: followers.values.map(followed).sorted { $0.source.rawValue < $1.source.rawValue }, sockets: sockets)
    }

    private func ownStream(_ publisher: Publisher) -> BusStatus.OwnStream {
        let head = max(publisher.head, publisher.store.head)
        let readers = publisher.durable.sorted { $0.key.rawValue < $1.key.rawValue }
            .map { reader, position in
                BusStatus.Reader(
                    service: reader, position: position, lag: head - position,
                    isPresent: publisher.sessions[reader] != nil)
            }
        return BusStatus.OwnStream(
            epoch: publisher.store.epoch, head: head, oldest: publisher.store.oldest, readers: readers)
    }

    private func followed(_ follower: Follower) -> BusStatus.FollowedStream {
        let position = store?.position(of: follower.source)
        let number = position?.number ?? 0
        let isHeard = follower.heard.map { ContinuousClock.now - $0 < .seconds(5) } ?? false
        let state: BusStatus.FollowedStream.State =
            follower.stopped != nil ? .gestopt : !isHeard ? .wacht : number < follower.head ? .achter : .bij
        return BusStatus.FollowedStream(
            source: follower.source, epoch: position?.epoch, position: number, head: max(follower.head, number),
            lag: max(0, follower.head - number), setAside: 0, state: state, error: follower.stopped ?? follower.error)
    }
}
