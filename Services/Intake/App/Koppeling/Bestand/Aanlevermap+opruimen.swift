// SPDX-License-Identifier: EUPL-1.2
import Berichten
// Where a release build finds the members of `stat`; a debug build finds them in Glibc.
import CoreFoundation
import Domein
import Foundation
import Glibc

/// What lies in the folder in the clear does not stay there, whatever it is.
extension Aanlevermap {
    /// Refuses what has lain in `in` for too long and is nothing that is taken in, and says why.
    /// - Returns: those for which that did not work.
    func weigerOud() throws -> [Vastbestand] {
        var vast: [Vastbestand] = []
        for bestand in inhoud(vak(.aangeboden)).flatMap({ Self.soort($0.path) == .typeDirectory ? inhoud($0) : [$0] }) {
            guard isOuder(bestand, dan: ontvangen.grenzen.wachten), let fout = Self.bezwaar(bestand) else { continue }
            do {
                try weiger(bestand, fout)
            } catch {
                vast.append(try Self.vast(bestand.lastPathComponent, error))
            }
        }
        return vast
    }

    /// Throws away what was dealt with long enough ago.
    func ruimOp() {
        let grenzen = ontvangen.grenzen
        for (doos, seconden) in [(Vak.klaar, grenzen.bewaren), (.geweigerd, grenzen.bewaren), (.resultaat, grenzen.resultaten)] {
            for bestand in inhoud(vak(doos)) where isOuder(bestand, dan: seconden) {
                try? FileManager.default.removeItem(at: bestand)
            }
        }
    }

    private func inhoud(_ map: URL) -> [URL] {
        let namen = (try? FileManager.default.contentsOfDirectory(atPath: map.path)) ?? []
        return namen.sorted().map { map.appending(component: $0) }
    }

    /// Since it came where it is. Not since it was written: many transfers keep the time that a file had with the sender.
    private func isOuder(_ bestand: URL, dan seconden: TimeInterval) -> Bool {
        var gegevens = stat()
        guard lstat(bestand.path, &gegevens) == 0 else { return false }
        return Date(timeIntervalSince1970: TimeInterval(gegevens.st_ctim.tv_sec)) < nu().addingTimeInterval(-seconden)
    }

    /// Why nobody takes this in; nil for what is taken in, for what stands beside that, and for a folder.
    private static func bezwaar(_ bestand: URL) -> FieldError? {
        func fout(_ code: String, _ tekst: String) -> FieldError { FieldError("bestand", code: code, tekst) }
        let naam = bestand.lastPathComponent
        if soort(bestand.path) == .typeDirectory { return nil }
        if naam.hasSuffix(".csv.sha256") {
            guard soort(String(bestand.path.dropLast(7))) == nil else { return nil }
            return fout(
                "bestand-ontbreekt", "Bij dit bestand .sha256 hoort een bestand .csv. Dat is niet gekomen. Lever beide aan.")
        }
        if naam.hasSuffix(".csv") {
            guard soort(bestand.path) == .typeRegular else {
                return fout("geen-bestand", "Dit is een verwijzing en geen bestand. Lever het bestand zelf aan.")
            }
            guard klein(bestand.path + ".sha256") == nil else { return nil }
            return fout(
                "sha256-ontbreekt",
                "Naast dit bestand staat geen bestand met dezelfde naam en .sha256 erachter. Zonder dat lezen wij het niet. "
                    + "Lever beide aan.")
        }
        if naam.hasSuffix(".tmp") {
            return fout(
                "niet-hernoemd",
                "De naam van dit bestand eindigt nog op .tmp. Hernoem het naar .csv als het helemaal is verstuurd, en lever het "
                    + "opnieuw aan.")
        }
        if naam.lowercased().hasSuffix(".csv") {
            return fout("hoofdletters", "De naam van dit bestand moet eindigen op .csv in kleine letters. Lever het opnieuw aan.")
        }
        return fout(
            "soort", "Wij lezen alleen bestanden die eindigen op .csv. Sla het op als CSV UTF-8 en lever het opnieuw aan.")
    }
}
