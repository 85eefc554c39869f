// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Zegel

/// The watched folder: a gemeente (or its file transfer) puts a file in `in` under another name (`.tmp`), with its hash and
/// number of rows beside it, and renames it. It is taken in sealed, moved to `klaar` or `geweigerd`, and gets a result file
/// in `resultaat`. A folder with the code of a gemeente within `in` takes only files of that gemeente.
///
/// What was begun is known by gemeente and content, so that a hard stop at any point leads to the same end, and the same
/// file twice to the same answer; what was refused may be delivered anew (decision 0052).
struct Aanlevermap: Sendable {
    let map: URL
    let parts: IntakeParts
    let ontvangen: BestandOntvangen
    /// For which gemeenten files are taken from here; nil: every gemeente with a contract.
    var gemeenten: Set<String>?
    /// Real time, as files and who sends them live in.
    var nu: @Sendable () -> Date = { Date() }

    enum Vak: String, CaseIterable { case aangeboden = "in", klaar, geweigerd, resultaat }

    /// Makes the folders, readable for their owner and group alone. At start.
    func maak() throws {
        for vak in Vak.allCases {
            try FileManager.default.createDirectory(
                at: self.vak(vak), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o770])
        }
    }

    func vak(_ vak: Vak) -> URL { map.appending(component: vak.rawValue) }

    /// Takes in every file that is complete. What is wrong with one does not hold up the others.
    /// - Returns: those that stay where they are, and why.
    func haalOp() async throws -> [Vastbestand] {
        var vast = nietTeLezen()
        for (bestand, gemeente) in aangeboden() {
            guard let controle = Self.klein(bestand.path + ".sha256") else { continue }
            do {
                try await neemOfWeiger(bestand, controle, alleen: gemeente)
            } catch {
                vast.append(try Self.vast(bestand.lastPathComponent, error))
            }
        }
        return try vast + weigerOud()
    }

    /// What is no trouble of this one file is thrown on.
    static func vast(_ naam: String, _ fout: any Error) throws -> Vastbestand {
        if fout is CancellationError { throw fout }
        if case Failure.unavailable? = fout as? Failure { throw fout }
        return Vastbestand(naam, fout)
    }

    private func neemOfWeiger(_ bestand: URL, _ controle: Data, alleen gemeente: String?) async throws {
        do {
            try await neem(bestand, controle, alleen: gemeente)
        } catch let fout as FieldError {
            try weiger(bestand, fout)
        } catch Failure.invalid(let fouten) {
            try weiger(bestand, fouten.first ?? FieldError("bestand", code: "fout", "Dit bestand is niet te lezen."))
        }
    }

    /// Folders and links that bear the name of a file: nobody takes them in, so somebody must take them away.
    private func nietTeLezen() -> [Vastbestand] {
        let namen = (try? FileManager.default.contentsOfDirectory(atPath: vak(.aangeboden).path)) ?? []
        return namen.sorted().filter {
            $0.hasSuffix(".csv") && Self.soort(vak(.aangeboden).appending(component: $0).path) != .typeRegular
        }.map { Vastbestand($0, Mapfout.geenBestand) }
    }

    /// Plain files that end in `.csv`, with the gemeente whose folder they are in; the oldest name first.
    private func aangeboden() -> [(URL, String?)] {
        func inhoud(_ map: URL) -> [URL] {
            // By path: `in` itself may be a link to another disk.
            let namen = (try? FileManager.default.contentsOfDirectory(atPath: map.path)) ?? []
            return namen.sorted().map { map.appending(component: $0) }
        }
        return inhoud(vak(.aangeboden)).flatMap { url -> [(URL, String?)] in
            switch Self.soort(url.path) {
            case .typeRegular? where url.pathExtension == "csv": [(url, nil)]
            case .typeDirectory? where url.pathExtension != "csv":
                inhoud(url).filter { $0.pathExtension == "csv" && Self.soort($0.path) == .typeRegular }.map {
                    ($0, url.lastPathComponent)
                }
            default: []
            }
        }
    }

    /// Of the link itself: nothing outside this folder is ever read through one.
    static func soort(_ pad: String) -> FileAttributeType? {
        (try? FileManager.default.attributesOfItem(atPath: pad))?[.type] as? FileAttributeType
    }

    /// The beginning of a small file; nil when it is not there.
    static func klein(_ pad: String) -> Data? {
        guard soort(pad) == .typeRegular, let lezer = FileHandle(forReadingAtPath: pad) else { return nil }
        defer { try? lezer.close() }
        return try? lezer.read(upToCount: 2_000) ?? Data()
    }

    private func neem(_ bestand: URL, _ controle: Data, alleen gemeente: String?) async throws {
        let naam = try Bestandsnaam(bestand.lastPathComponent)
        if let gemeente, gemeente != naam.gemeente.waarde {
            throw FieldError(
                "bestandsnaam", code: "andere-gemeente", "Dit bestand is van een andere gemeente dan de map waarin het staat.")
        }
        guard gemeenten?.contains(naam.gemeente.waarde) ?? true,
            let opdracht = parts.opdracht(voor: naam.gemeente, op: parts.clock.today)
        else {
            throw FieldError("bestandsnaam", code: "geen-opdracht", "Voor deze gemeente worden hier geen bestanden aangenomen.")
        }
        let opgave = try Controlebestand(String(decoding: controle, as: UTF8.self))
        guard let lezer = FileHandle(forReadingAtPath: bestand.path) else { throw Mapfout.onleesbaar }
        defer { try? lezer.close() }
        let grootte = Int(try lezer.seekToEnd())
        try lezer.seek(toOffset: 0)
        guard grootte > 0 else { throw FieldError("bestand", code: "leeg", "Dit bestand is leeg.") }
        let (id, bekend) = try await parts.store.read { try Self.poging($0, naam, hash: opgave.hash) }
        let cause = Envelope(
            id: id.uuid, source: "urn:wegwijs:bestand:\(naam.gemeente.waarde)", type: "aanleveren", time: parts.clock.now)
        if bekend == nil || bekend?.toestand == .uploaden {
            if let bekend, bekend.bestandsnaam != naam.description || bekend.rijenOpgegeven != opgave.rijen {
                try await parts.store.write(because: cause) { tx in
                    try Aanleverregister.hernoem(tx.db, id, naam: naam.description, rijen: opgave.rijen)
                }
            }
            var vanaf = bekend?.grootte ?? 0
            repeat {
                try lezer.seek(toOffset: UInt64(vanaf))
                let inhoud = try lezer.read(upToCount: Aanlevergrenzen.deelgrootte) ?? Data()
                let antwoord = try await ontvangen.neem(
                    .init(
                        aanlevering: id, bestandsnaam: naam.description, opdracht: opdracht, bron: "map", vanaf: vanaf,
                        inhoud: inhoud, laatste: vanaf + inhoud.count >= grootte, hash: opgave.hash,
                        rijenOpgegeven: opgave.rijen), because: cause)
                if antwoord.klaar { break }
                vanaf = antwoord.ontvangen
            } while vanaf <= grootte
        } else if let bekend, bekend.toestand.isBezig {
            // Under another name it waits for its answer, and then gets that too.
            guard bekend.bestandsnaam == naam.description else { return }
        } else if let bekend, bekend.verplaatst || bekend.bestandsnaam != naam.description {
            // The same content came before: the same answer, under the name that it has now.
            try await parts.store.write(because: cause) { tx in
                try Aanleverregister.opnieuwAangeboden(tx.db, id, naam: naam.description)
            }
        }
        let isTerug = bekend?.toestand == .geweigerd || bekend?.toestand == .geannuleerd
        try verplaats(bestand, naar: isTerug ? .geweigerd : .klaar)
        try await parts.store.write(because: cause) { tx in
            try Aanleverregister.verplaatst(tx.db, id)
        }
    }

    /// The attempt that a file belongs to, by gemeente and content, and how far it is; nil: a new one. Only what was taken in whole
    /// is answered as before. What was refused or cancelled, or of which a row failed by a fault of ours, may be delivered again:
    /// perhaps the count beside it, the contract or we were at fault.
    private static func poging(_ db: Database, _ naam: Bestandsnaam, hash: String) throws -> (AanleveringID, Aanlevering?) {
        var nummer = 1
        while true {
            let tekst = "\(naam.gemeente.waarde):\(hash)" + (nummer == 1 ? "" : ":\(nummer)")
            let id = AanleveringID(NaamUUID.make(tekst, in: AanleverrijLezer.naamruimte))
            guard let bekend = try Aanleverregister.vind(db, id) else { return (id, nil) }
            // That lies here only because it could not be moved.
            let isRest = !bekend.verplaatst && bekend.bestandsnaam == naam.description
            if try bekend.toestand.isBezig || isRest || Aanleverregister.isHeelOvergenomen(db, bekend) { return (id, bekend) }
            nummer += 1
        }
    }

    /// A file that is not even taken in: moved, with the reason in a result file.
    func weiger(_ bestand: URL, _ fout: FieldError) throws {
        let heel = bestand.lastPathComponent
        // With what another kind ends in, so that its result does not take the place of that of the file.
        let naam = heel.hasSuffix(".csv") ? String(heel.dropLast(4)) : heel.replacing(".", with: "-")
        // Whoever named it wrote the name; only what can be a name of ours is used.
        let veilig = String(naam.prefix(80).filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") })
        try schrijf(Resultaatbestand.bestand(fout), "\(veilig)_resultaat.csv")
        try verplaats(bestand, naar: .geweigerd)
    }

    private func verplaats(_ bestand: URL, naar doel: Vak) throws {
        for url in [bestand, URL(fileURLWithPath: bestand.path + ".sha256")] {
            guard Self.soort(url.path) != nil else { continue }
            let plek = vak(doel).appending(component: url.lastPathComponent)
            if rename(url.path, plek.path) == 0 { continue }
            guard errno == EXDEV else { throw Mapfout.verplaatsen }
            try Self.kopieer(url, naar: plek)
        }
    }

    /// `in` may lie on another disk than the rest: then a rename cannot move a file, and a half copy must not look like one.
    private static func kopieer(_ bestand: URL, naar plek: URL) throws {
        let half = URL(fileURLWithPath: plek.path + ".tmp")
        do {
            try? FileManager.default.removeItem(at: half)
            try FileManager.default.copyItem(at: bestand, to: half)
            guard rename(half.path, plek.path) == 0 else { throw Mapfout.verplaatsen }
            try FileManager.default.removeItem(at: bestand)
        } catch {
            throw Mapfout.verplaatsen
        }
    }

    private func schrijf(_ inhoud: String, _ naam: String) throws {
        let plek = vak(.resultaat).appending(component: naam)
        let half = URL(fileURLWithPath: plek.path + ".tmp")
        guard (try? Data(inhoud.utf8).write(to: half)) != nil, rename(half.path, plek.path) == 0 else { throw Mapfout.resultaat }
    }

    /// Writes the result of every file from here that is done, and moves the refused ones.
    /// - Returns: those for which that did not work, and why.
    func geefTerug() async throws -> [Vastbestand] {
        var vast: [Vastbestand] = []
        for bestand in try await parts.store.read({ try Aanleverregister.terugTeGeven($0) }) {
            do {
                try await geefTerug(bestand)
            } catch {
                vast.append(try Self.vast(bestand.bestandsnaam, error))
            }
        }
        return vast
    }

    private func geefTerug(_ bestand: Aanlevering) async throws {
        let naam = try Bestandsnaam(bestand.bestandsnaam)
        if bestand.toestand != .klaar {
            let fout =
                bestand.toestand == .geannuleerd
                ? FieldError(
                    "bestand", code: "geannuleerd",
                    "Dit bestand is bij ons weggegooid. Er is niets van overgenomen. Lever het opnieuw aan als dat toch moet.")
                : FieldError("bestand", code: "geweigerd", bestand.reden ?? "")
            try schrijf(Resultaatbestand.bestand(fout), naam.resultaat)
            let plek = vak(.klaar).appending(component: naam.description)
            if Self.soort(plek.path) == .typeRegular { try verplaats(plek, naar: .geweigerd) }
        } else {
            try await schrijfResultaat(bestand, naam)
        }
        try await parts.store.write { tx in
            try Aanleverregister.teruggegeven(tx.db, bestand.id)
        }
    }

    /// Piece by piece: a result is as long as its file.
    private func schrijfResultaat(_ bestand: Aanlevering, _ naam: Bestandsnaam) async throws {
        let plek = vak(.resultaat).appending(component: naam.resultaat)
        let half = URL(fileURLWithPath: plek.path + ".tmp")
        guard (try? Data(Resultaatbestand.begin.utf8).write(to: half)) != nil,
            let schrijver = FileHandle(forWritingAtPath: half.path)
        else { throw Mapfout.resultaat }
        defer { try? schrijver.close() }
        try schrijver.seekToEnd()
        var rij = 0
        while true {
            let na = rij
            let (laatste, rijen) = try await parts.store.read { db in
                let rijen = try Aanleverrijen.lees(db, bestand.id, na: na, aantal: 1000)
                return (rijen.last, try Aanleverrijen.voorBuiten(db, rijen))
            }
            guard let laatste else { break }
            try schrijver.write(contentsOf: Data(rijen.map(Resultaatbestand.regels).joined().utf8))
            rij = laatste.rij
        }
        try schrijver.synchronize()
        guard rename(half.path, plek.path) == 0 else { throw Mapfout.resultaat }
    }
}

/// What stands beside a file: a line of `sha256sum`, and one with the number of rows.
struct Controlebestand: Sendable, Equatable {
    let hash: String
    let rijen: Int

    /// - Throws: `FieldError` that says what is missing.
    init(_ tekst: String) throws(FieldError) {
        let regels = tekst.split(whereSeparator: \.isNewline).map(String.init)
        let eerste = regels.first?.split(separator: " ").first.map { $0.lowercased() } ?? ""
        guard eerste.utf8.count == 64, eerste.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else {
            throw FieldError(
                "sha256", code: "sha256",
                "In het bestand .sha256 hoort op de eerste regel de SHA-256 van het bestand: 64 tekens, zoals sha256sum die geeft."
            )
        }
        let aantal = regels.dropFirst().first { $0.lowercased().hasPrefix("rijen") }?.split(separator: " ").last.flatMap {
            Int($0)
        }
        guard let aantal, aantal >= 0 else {
            throw FieldError(
                "sha256", code: "aantal-rijen",
                "In het bestand .sha256 hoort op de tweede regel het aantal rijen zonder de kop, zoals: rijen 250.")
        }
        (hash, rijen) = (eerste, aantal)
    }
}
