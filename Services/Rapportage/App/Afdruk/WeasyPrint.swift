// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import Subprocess
import SystemPackage

/// HTML to PDF (A4, tagged, PDF/UA-1) by WeasyPrint, in a child process.
///
/// The page goes in by standard input and the PDF comes out by standard output. Whatever the page asks for, a picture, a
/// style sheet, a font from a file, is refused: nothing outside the page is read, over the network or from disk, except
/// the fonts of the system.
struct WeasyPrint: Sendable {
    /// The Python that has the module `weasyprint`.
    let python: String
    let limit: Duration

    /// A PDF of one report is some tens of kilobytes.
    private static let largest = 16 * 1024 * 1024

    private static let script = """
        import sys, weasyprint
        def refuse(url, *rest, **more):
            raise ValueError('nothing outside the page is read')
        page = weasyprint.HTML(file_obj=sys.stdin.buffer, encoding='utf-8', base_url='about:blank', url_fetcher=refuse)
        sys.stdout.buffer.write(page.write_pdf(variant='pdf/ua-1'))
        """

    /// - Throws: `Failure.unavailable` when WeasyPrint is not there, fails, or is not ready in time.
    @concurrent func pdf(_ html: Data) async throws(Failure) -> Data {
        do {
            return try await withThrowingTaskGroup(of: Data?.self) { group in
                group.addTask { try await run(html) }
                group.addTask {
                    try await Task.sleep(for: limit)
                    return nil
                }
                defer { group.cancelAll() }
                guard let first = try await group.next(), let pdf = first else { throw Failure.unavailable(what: Self.what) }
                return pdf
            }
        } catch {
            throw .unavailable(what: Self.what)
        }
    }

    private static let what = "Het maken van een PDF"

    private func run(_ html: Data) async throws -> Data {
        let result = try await Subprocess.run(
            .path(FilePath(python)), arguments: ["-I", "-c", Self.script],
            environment: .custom(["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]), input: Bladzijde(html),
            output: .bytes(limit: Self.largest), error: .discarded)
        let pdf = Data(result.standardOutput)
        guard result.terminationStatus.isSuccess, pdf.starts(with: Data("%PDF-".utf8)) else {
            throw Failure.unavailable(what: Self.what)
        }
        return pdf
    }
}
