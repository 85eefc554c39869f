// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Glibc

/// Files that only their owner may read. The rights are there from the first moment on.
enum PrivateFile {
    /// Makes an empty file. Leaves one that is there as it is.
    static func make(_ file: URL) throws {
        let descriptor = open(file.path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        Glibc.close(descriptor)
    }

    /// Makes a file with this content, on the disk when it returns; throws when there is one already.
    static func make(_ file: URL, content: Data) throws {
        let descriptor = open(file.path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        defer { Glibc.close(descriptor) }
        let written = content.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        guard written == content.count, fsync(descriptor) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        try syncFolder(of: file)
    }

    /// Makes sure that a file's name survives a power cut as its content does.
    static func syncFolder(of file: URL) throws {
        let descriptor = open(file.deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        defer { Glibc.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }

    /// The rights of a file for its group and others; 0 when it is its owner's alone.
    static func foreignRights(_ file: URL) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
        return ((attributes[.posixPermissions] as? Int) ?? 0o777) & 0o077
    }
}
