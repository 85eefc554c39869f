// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Web

/// `/agenda/{token}.ics`: open, for a calendar app. An address that is unknown, was withdrawn or belongs to somebody without
/// access is not there, whichever of these it is.
enum Agendafeed {
    /// Days back and ahead.
    private static let terug = 30
    private static let vooruit = 365
    /// Pages of two hundred: more appointments than these a worker does not have in a year.
    private static let meestePaginas = 15

    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        // A calendar app asks once an hour; guessing is hopeless anyhow, this keeps the guesser from being a load.
        let limiet = RateLimit(burst: 60, perSecond: 1)
        routes.get("/agenda/:token") { _, context in
            try limiet.take(context.remoteAddress ?? "")
            guard let bestand = context.parameters.get("token"), bestand.hasSuffix(".ics"),
                let eigenaar = try await portaal.agendafeeds.eigenaar(String(bestand.dropLast(4))),
                let rij = try await portaal.gebruikers.vind(eigenaar), rij.actief,
                !rij.rollen.isDisjoint(with: [.begeleider, .teamleider])
            else { throw Refusal(.notFound) }
            let afspraken = try await afspraken(portaal, rij.aangemeld)
            let tekst = Kalender.tekst(afspraken)
            return Response(
                status: .ok,
                headers: [
                    .contentType: "text/calendar; charset=utf-8", .cacheControl: "private, no-store",
                    .contentDisposition: "inline; filename=\"wegwijs.ics\"",
                ], body: .init(byteBuffer: ByteBuffer(string: tekst)))
        }
    }

    private static func afspraken(_ portaal: Portaal, _ wie: Aangemeld) async throws -> [Kalender.Afspraak] {
        let vandaag = portaal.clock.today
        let actor = wie.actor(purpose: "agendafeed")
        var (alle, na): ([Kalender.Afspraak], String?) = ([], nil)
        for _ in 0..<meestePaginas {
            let pagina = try await portaal.bus.ask(
                AgendaOpvragen(
                    van: vandaag.adding(days: -terug), totEnMet: vandaag.adding(days: vooruit), medewerker: wie.id,
                    page: PageRequest(after: na, limit: 200)), as: actor)
            alle += pagina.rows.map(Kalender.Afspraak.init)
            na = pagina.next
            if na == nil { break }
        }
        return alle + (try await regeldag(portaal, wie))
    }

    /// The appointments with agencies on the regeldag of the own people, in two steps of two months.
    private static func regeldag(_ portaal: Portaal, _ wie: Aangemeld) async throws -> [Kalender.Afspraak] {
        guard wie.rollen.contains(.begeleider) else { return [] }
        var alle: [Kalender.Afspraak] = []
        for begin in [-terug, 31] {
            let van = portaal.clock.today.adding(days: begin)
            let deel = RegeldagAfspraken(van: van, tot: van.adding(days: 60))
            let actor = wie.actor(purpose: "agendafeed", als: [.begeleider])
            // The own appointments are worth having without these.
            alle +=
                (try? await portaal.bus.ask(deel, as: actor))?.compactMap {
                    Kalender.Afspraak($0, gezien: portaal.clock.today.start)
                } ?? []
        }
        return alle
    }
}

extension Kalender.Afspraak {
    /// Nil for a time that is none.
    /// - Parameter gezien: when it was read; the message does not say when it was changed.
    init?(_ regel: RegeldagAfspraak, gezien: Date) {
        guard let van = Kloktijd(regel.van), let tot = Kloktijd(regel.tot), !regel.afgezegd else { return nil }
        self.init(
            id: AfspraakID(regel.afspraak.uuid), kop: "Regeldag", dag: regel.op, van: van, tot: tot, versie: regel.versie,
            gewijzigdOp: gezien)
    }

    init(_ regel: Afspraakregel) {
        self.init(
            id: regel.afspraak, kop: regel.soort.naam, dag: regel.dag, van: regel.van, tot: regel.tot, versie: regel.versie,
            gewijzigdOp: regel.gewijzigdOp)
    }
}
