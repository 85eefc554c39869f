// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Logging
import Synchronization
import Zegel

/// Who is behind a bearer token: one organisation, and the gemeenten that it hands people over for.
struct Afzender: Sendable, Equatable {
    var oin: OIN
    var gemeenten: Set<Gemeentecode>
    var codes: Set<String> { Set(gemeenten.map(\.waarde)) }
}

/// The tokens of the koppeling in memory, by hash. Looks at most once a second whether the file has changed: a token that
/// was taken out stops working without a restart. A file that cannot be read leaves the list as it was, and is logged.
final class Tokenregister: Sendable {
    private struct State {
        var tokens: [Data: Afzender]
        var stamp: Date?
        var looked: ContinuousClock.Instant
    }

    private let file: URL
    private let logger: Logger
    private let state: Mutex<State>

    /// - Throws: `Tokenbestand.Fout` when the file is there and cannot be read.
    init(_ file: URL, logger: Logger) throws {
        (self.file, self.logger) = (file, logger)
        state = Mutex(State(tokens: Self.index(try Tokenbestand.lees(file)), stamp: Self.stamp(file), looked: .now))
    }

    /// The owner of a token; nil when nobody has it.
    func afzender(van token: String) throws -> Afzender? {
        let hash = try Token.hash(token)
        return state.withLock { state in
            // A token that is not known may have been made just now.
            if state.tokens[hash] == nil || state.looked.duration(to: .now) > .seconds(1) { refresh(&state) }
            return state.tokens[hash]
        }
    }

    private func refresh(_ state: inout State) {
        state.looked = .now
        let stamp = Self.stamp(file)
        guard stamp != state.stamp else { return }
        do {
            state.tokens = Self.index(try Tokenbestand.lees(file))
            state.stamp = stamp
        } catch {
            logger.error("token file not readable", metadata: ["error": "\(error)"])
        }
    }

    private static func stamp(_ file: URL) -> Date? {
        (try? FileManager.default.attributesOfItem(atPath: file.path))?[.modificationDate] as? Date
    }

    private static func index(_ tokens: [Koppelingtoken]) -> [Data: Afzender] {
        var found: [Data: Afzender] = [:]
        for token in tokens {
            guard let hash = hash(token.sha256) else { continue }
            found[hash] = Afzender(oin: token.oin, gemeenten: token.gemeenten)
        }
        return found
    }

    private static func hash(_ text: String) -> Data? {
        let digits = text.compactMap(\.hexDigitValue)
        guard digits.count == 64 else { return nil }
        return Data(stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) })
    }
}
