// SPDX-License-Identifier: EUPL-1.2
import AsyncHTTPClient

/// Delivers thin notifications to others over HTTPS: durable, repeated with growing pauses, and after a day a task for a human.
public struct Bezorger: Sendable {
    /// Hours during which a notification is tried again.
    public static let uren = 24
}
