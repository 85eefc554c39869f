// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// What a photo or a document that somebody uploads may be. Found from its first bytes: what a browser says of a file proves
/// nothing.
public enum Bestandssoort: String, CaseIterable, Sendable {
    case jpeg = "image/jpeg"
    case png = "image/png"
    case pdf = "application/pdf"

    /// How many bytes are needed to tell.
    private static let nodig = 8

    /// Nil when the beginning of the file is none of these.
    public init?(begin: Data) {
        let bytes = [UInt8](begin.prefix(Self.nodig))
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if bytes.starts(with: Array("%PDF-".utf8)) {
            self = .pdf
        } else {
            return nil
        }
    }
}
