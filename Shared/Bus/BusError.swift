// SPDX-License-Identifier: EUPL-1.2

/// Why a bus cannot start. What goes wrong later is a `Failure` to the asker or a line in the log.
public enum BusError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A call of the system or of libzmq failed.
    case system(String, code: Int32)
    /// The address cannot be bound or connected to.
    case address(String, reason: String)
    /// A key is not a CURVE key, or a key file cannot be read.
    case key(String)
    /// `run` was called twice, or after the end.
    case alreadyRun

    public var description: String {
        switch self {
        case .system(let call, let code): "\(call) failed with error \(code)"
        case .address(let address, let reason): "cannot use address \(address): \(reason)"
        case .key(let what): what
        case .alreadyRun: "a bus runs once"
        }
    }
}
