// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opdrachten
import Opslag
import Zegel

/// Takes one file through its present step, dry run or import, a batch of rows at a time. How far it is stands in the store
/// with each batch; after a hard stop it goes on there, and rows that were done already are not done again.
struct Bestandsdoorloop: Sendable {
    let parts: IntakeParts
    let bsn: BSNBeleid
    let grenzen: Aanlevergrenzen
    /// Rows of one batch: a commit's worth.
    var perKeer = 256

    /// The file is no longer in this step: somebody cancelled it.
    private struct Gestopt: Error {}

    /// Why a file as a whole is refused.
    private struct Geweigerd: Error {
        var fout: FieldError
        init(_ code: String, _ tekst: String) { fout = FieldError("bestand", code: code, tekst) }
    }

    func callAsFunction(_ bestand: Aanlevering) async throws {
        do {
            try await doorloop(bestand)
        } catch is Gestopt {
            return
        } catch let fout as CSVFout {
            try await weiger(bestand, FieldError("bestand", code: fout.code, fout.tekst))
        } catch let fout as Rijinvoer.Kopfout {
            try await weiger(
                bestand, Kolom.fout(inKop: fout.velden) ?? FieldError("kop", code: "kop-ontbreekt", "De kop is niet te lezen."))
        } catch let fout as Geweigerd {
            try await weiger(bestand, fout.fout)
        } catch Failure.notFound, is SealError {
            // The key is gone or the bytes are not ours: trying again would hold up every other file.
            try await weiger(
                bestand,
                FieldError("bestand", code: "storing", "Dit bestand is bij ons niet meer te openen. Lever het opnieuw aan."))
        }
    }

    /// A batch that is read and prepared, and must be written.
    private struct Partij: Sendable {
        var rijen: [Aanleverrij] = []
        /// Of an import.
        var stappen: [Rijverwerking.Stap] = []
        /// What became of the rows: of a dry run at once, of an import when it is written.
        var uitkomsten: [Rijresultaat] = []
        /// Where reading goes on after it.
        var byte = 0
        var regel = 1
        var rij = 0
    }

    private func doorloop(_ begin: Aanlevering) async throws {
        var bestand = begin
        let proef = bestand.toestand == .controleren
        guard let opdracht = parts.opdrachten.opdracht(id: bestand.opdracht), let gemeente = Gemeentecode(bestand.gemeente) else {
            throw Geweigerd("geen-opdracht", "Voor deze gemeente hebben wij geen opdracht meer.")
        }
        // What rows do to each other is not kept: a dry run that was broken off begins anew.
        if proef { (bestand.byte, bestand.regel, bestand.rij) = (0, 1, 0) }
        let bron = Verzegeldbestand(store: parts.store, id: bestand.id, key: try await parts.kluis.key(for: bestand.sleutel))
        let lezer = AanleverrijLezer(
            gemeente: gemeente, bsn: bsn, vandaag: parts.clock.today, kolommen: try await Rijinvoer.kolommen(bron))
        let verwerking = Rijverwerking(parts: parts, bestand: bestand, oin: opdracht.oin)
        let gedaan = try await gedaan(bestand, proef)
        var invoer = Rijinvoer(bron, vanaf: bestand.byte, regel: bestand.regel)
        var binnen = Binnenbestand()
        var vorige = Partij()
        var aantal = bestand.rij
        while true {
            let rijen = try await invoer.volgende(perKeer)
            let eerste = aantal
            aantal += rijen.count
            guard aantal <= grenzen.rijen else {
                throw Geweigerd("te-veel-rijen", "Een bestand heeft ten hoogste \(grenzen.rijen) rijen. Splits het.")
            }
            // While one batch is written the next is read and sealed; never two in the writer. The dry run, which nothing is
            // written for, does that on both processors; the import leaves one to the writer.
            let (teSchrijven, toestand) = (vorige, bestand.toestand)
            async let geschreven: Void = schrijf(teSchrijven, verwerking, toestand)
            let gelezen = try await Rijverwerking.verdeeld(Array(rijen.enumerated()), in: proef ? 2 : 1) { rijen in
                rijen.map { lezer.lees($0.element, nummer: eerste + $0.offset + 1) }
            }.filter { !gedaan.contains($0.nummer) }
            var partij = Partij(rijen: gelezen, rij: aantal)
            if proef {
                partij.uitkomsten = zip(gelezen, try await verwerking.proef(gelezen)).map { binnen.weeg($0, $1) }
            } else {
                partij.stappen = try await verwerking.stappen(gelezen, overslaan: gedaan)
            }
            try await geschreven
            guard let laatste = rijen.last else { break }
            (partij.byte, partij.regel) = (laatste.einde, laatste.volgendeRegel)
            vorige = partij
        }
        try await rondAf(bestand, proef, rijen: aantal, huishoudens: binnen.huishoudentelling)
    }

    private func gedaan(_ bestand: Aanlevering, _ proef: Bool) async throws -> Set<Int> {
        guard !proef else { return [] }
        return try await parts.store.read { try Aanleverrijen.gedaan($0, bestand.id, boven: bestand.rij) }
    }

    /// Writes a batch, and how far the file is with what is not kept yet of the results.
    private func schrijf(_ partij: Partij, _ verwerking: Rijverwerking, _ toestand: Aanlevertoestand) async throws {
        guard partij.rij > 0 else { return }
        let (id, proef) = (verwerking.bestand.id, toestand == .controleren)
        let resultaten =
            proef ? partij.uitkomsten : try await voer(partij, verwerking).filter { $0.fouten.first?.code == "storing" }
        if !proef, resultaten.isEmpty,
            try await parts.store.read({ try Aanleverregister.vind($0, id)?.rij }) == partij.rij
        {
            return
        }
        try await parts.store.write { tx in
            guard try Aanleverregister.vind(tx.db, id)?.toestand == toestand else { throw Gestopt() }
            for rij in resultaten { try Aanleverrijen.bewaar(tx.db, id, rij, proef: proef) }
            try Aanleverregister.verder(tx.db, id, byte: partij.byte, regel: partij.regel, rij: partij.rij)
        }
    }

    /// How far the file is, in the transaction of its rows: one look at the disk for both. Leaves it to who comes after when
    /// not every row is kept, or when one may have to be done again.
    private static func verder(_ partij: Partij, _ id: AanleveringID) -> Rijverwerking.Stap {
        let mag = partij.rijen.allSatisfy { $0.versie == 1 }
        let (eerste, aantal) = (partij.rijen.first?.nummer ?? 0, partij.rijen.count)
        let (byte, regel, rij) = (partij.byte, partij.regel, partij.rij)
        return Rijverwerking.Stap { tx in
            if mag, try Aanleverregister.vind(tx.db, id)?.toestand == .importeren,
                try Aanleverrijen.bewaard(tx.db, id, van: eerste, tot: rij) == aantal
            {
                try Aanleverregister.verder(tx.db, id, byte: byte, regel: regel, rij: rij)
            }
            return nil
        }
    }

    /// Does the rows of a batch; gives what became of each.
    private func voer(_ partij: Partij, _ verwerking: Rijverwerking) async throws -> [Rijresultaat] {
        var uitkomsten: [Rijresultaat] = []
        let gedaan = await parts.store.writeEach(partij.stappen + [Self.verder(partij, verwerking.bestand.id)])
        for (rij, uitkomst) in zip(partij.rijen, gedaan) {
            var resultaat = try Self.resultaat(rij, uitkomst)
            // The first version stood in the same batch: now it is there, and this one is a change.
            if resultaat.status == .geweigerd, resultaat.code ?? resultaat.fouten.first?.code == "bekend", rij.versie > 1 {
                let opnieuw = await parts.store.writeEach(try await verwerking.stappen([rij], overslaan: []))
                if let uitkomst = opnieuw.first { resultaat = try Self.resultaat(rij, uitkomst) }
            }
            uitkomsten.append(resultaat)
        }
        return uitkomsten
    }

    private static func resultaat(_ rij: Aanleverrij, _ uitkomst: Result<Rijresultaat?, any Error>) throws -> Rijresultaat {
        do {
            if let gedaan = try uitkomst.get() { return gedaan }
        } catch Failure.unavailable(let what) {
            // Not this row but the store: stop here and go on later.
            throw Failure.unavailable(what: what)
        } catch {
            // A fault of ours with one row must not hold up the others; nothing of the row was kept.
        }
        return Rijresultaat(
            rij: rij.nummer, regel: rij.regel, referentie: rij.referentie, status: .geweigerd, code: "storing",
            fouten: [
                FieldError(
                    "", code: "storing", "Deze rij kon door een fout bij ons niet worden verwerkt. Lever haar opnieuw aan.")
            ])
    }

    private func rondAf(_ bestand: Aanlevering, _ proef: Bool, rijen: Int, huishoudens: Int) async throws {
        if rijen == 0 { throw Geweigerd("leeg", "In dit bestand staat alleen de kop: er zijn geen rijen.") }
        if let opgegeven = bestand.rijenOpgegeven, opgegeven != rijen {
            throw Geweigerd(
                "aantal-rijen",
                "Het bestand heeft \(rijen) rijen, maar er zijn er \(opgegeven) opgegeven. Misschien is het afgebroken.")
        }
        try await parts.store.write { tx in
            guard let nu = try Aanleverregister.vind(tx.db, bestand.id), nu.toestand == bestand.toestand else { throw Gestopt() }
            if proef {
                try Aanleverregister.zetHuishoudens(tx.db, bestand.id, huishoudens)
                // From the folder nobody looks at the dry run: it was the check of the file as a whole.
                try Aanleverregister.zet(
                    tx, nu, bestand.bron == "map" ? .importeren : .gecontroleerd, waarom: "proef gedraaid")
            } else {
                try Aanleverregister.zet(tx, nu, .klaar, waarom: "geïmporteerd")
            }
        }
    }

    private func weiger(_ bestand: Aanlevering, _ fout: FieldError) async throws {
        try await parts.store.write { tx in
            guard let nu = try Aanleverregister.vind(tx.db, bestand.id), nu.toestand == bestand.toestand else { return }
            try Aanleverrijen.wisProef(tx.db, nu.id)
            try Aanleverregister.zet(tx, nu, .geweigerd, waarom: "bestand geweigerd: \(fout.code)", reden: fout)
        }
    }
}
