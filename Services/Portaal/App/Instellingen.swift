// SPDX-License-Identifier: EUPL-1.2

/// The settings of the pages. Those of the process (ports, folders, keys) are in Shared/Dienst.
public struct PortaalSettings: Sendable {
    /// Whether the outside sees TLS. False only on one's own machine: then cookies go without `__Host-` and `Secure`.
    public var tls: Bool
    /// A line at the bottom of every page that says that the people are made up; nil in real use.
    public var demo: String?

    public init(tls: Bool, demo: String? = nil) { (self.tls, self.demo) = (tls, demo) }
}
