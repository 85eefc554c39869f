// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import Logging

/// Log lines as JSON on standard error: time, level, service, text, fields. What is logged never holds personal data;
/// that is the duty of who writes the line, and a test reads the logs of the whole chain for it.
public struct JSONLogHandler: LogHandler {
    public var logLevel: Logger.Level
    public var metadata: Logger.Metadata = [:]
    private let service: String

    public init(service: String, level: Logger.Level) {
        self.service = service
        logLevel = level
    }

    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    public func log(event: LogEvent) {
        var fields: [String: String] = [:]
        for (key, value) in metadata { fields[key] = value.description }
        for (key, value) in event.metadata ?? [:] { fields[key] = value.description }
        fields["time"] = Instant.text(Date())
        fields["level"] = event.level.rawValue
        fields["service"] = service
        fields["message"] = event.message.description
        guard var line = try? MessageCoding.encode(fields) else { return }
        line.append(0x0A)
        FileHandle.standardError.write(line)
    }
}
