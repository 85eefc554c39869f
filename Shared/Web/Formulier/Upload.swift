// SPDX-License-Identifier: EUPL-1.2
import Hummingbird
import NIOCore

/// Reads a form with one file. The fields must stand before the file, so that the CSRF token is checked and the target known
/// before a byte of the file is used: put the file last in the form.
public enum Upload {
    /// - Parameters:
    ///   - check: sees the fields before the file begins; throws to refuse.
    ///   - begin: gets the name and media type as the browser gave them.
    ///   - bytes: gets the file piece by piece, at most 256 KiB at a time.
    /// - Returns: the fields, and the number of bytes of the file; nil when no file was chosen.
    public static func read(
        _ request: Request, limits: MultipartLimits, check: (FormValues) async throws -> Void,
        begin: (_ filename: String, _ mediaType: String, _ fields: FormValues) async throws -> Void,
        bytes: (ArraySlice<UInt8>) async throws -> Void
    ) async throws -> (fields: FormValues, size: Int?) {
        var parser = try MultipartParser(contentType: request.headers[.contentType], limits: limits)
        var fields: [String: [String]] = [:]
        var size: Int?
        var chosen = false
        for try await buffer in request.body {
            for event in try parser.feed(buffer.readableBytesView) {
                switch event {
                case .field(let name, let value):
                    guard !chosen else { throw Refusal.unreadableForm }
                    fields[name, default: []].append(value)
                case .fileBegins(_, let filename, let mediaType):
                    try await check(FormValues(fields))
                    // A browser sends an empty name when no file was chosen.
                    chosen = !filename.isEmpty
                    if chosen {
                        size = 0
                        try await begin(filename, mediaType, FormValues(fields))
                    }
                case .fileBytes(let piece):
                    guard chosen else { throw Refusal.unreadableForm }
                    size = (size ?? 0) + piece.count
                    var rest = piece
                    while !rest.isEmpty {
                        try await bytes(rest.prefix(256 * 1024))
                        rest = rest.dropFirst(256 * 1024)
                    }
                case .fileEnds: break
                }
            }
        }
        try parser.finish()
        if size == nil { try await check(FormValues(fields)) }
        return (FormValues(fields), size)
    }
}
