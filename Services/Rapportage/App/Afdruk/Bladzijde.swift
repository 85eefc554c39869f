// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Subprocess

/// A page for the standard input of a child process that may end before it has read everything.
///
/// The library's own `.array` throws then, leaves the pipe open and ends the whole process with "FileDescriptor was not
/// closed" (swift-subprocess#367; docs/omwegen.md). How the child ended says enough.
struct Bladzijde: InputProtocol {
    let bytes: [UInt8]

    init(_ data: Data) {
        Self.ignoreBrokenPipes
        bytes = [UInt8](data)
    }

    func write(with writer: StandardInputWriter) async throws {
        _ = try? await writer.write(bytes)
        try await writer.finish()
    }

    /// Writing into a closed pipe has to be an error and not a signal that ends this process. Once for the process.
    private static let ignoreBrokenPipes: Void = { _ = signal(SIGPIPE, SIG_IGN) }()
}
