// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Web
import Zegel

/// `POST /v1/aanmeldingen`: one CloudEvent in structured mode. Everything is checked before anything is kept, and the
/// answer leaves after the commit.
extension Koppeling {
    static let cloudEvent = "application/cloudevents+json"

    func ontvang(_ request: Request, _ context: PlainContext) async throws -> Response {
        let afzender = try await afzender(request, context)
        try request.require(mediaTypes: Self.cloudEvent)
        let body = try await request.bytes()
        let fouten = Veldfouten()
        let bericht = try Self.object(body, fouten)
        let gebeurtenis = Gebeurtenis(bericht)
        try Kopregels.controleer(request.headers, met: gebeurtenis, van: afzender, aan: oin, fouten)
        let hash = try Zegel.SHA256.hash(body)
        do {
            // First, so that a repeat gets the first answer even if its content would be refused today.
            if let gebeurtenis, fouten.lijst.isEmpty,
                let eerder = try await HerhalingHerkennen(parts: parts)(oin: afzender.oin, id: gebeurtenis.id, hash: hash)
            {
                return try antwoord(eerder)
            }
            // Also when something around it is wrong, so that the sender gets every error at once.
            let opdracht = try bericht.object("data", verplicht: true).flatMap { data in
                try Gebeurtenis.soort(bericht).flatMap { try lees(data, $0, gebeurtenis?.onderwerp, afzender) }
            }
            guard fouten.lijst.isEmpty, let gebeurtenis, let opdracht else { throw Failure.invalid(fouten.lijst) }
            let ingekomen = Ingekomen(
                oin: afzender.oin, id: gebeurtenis.id, bron: gebeurtenis.bron, soort: gebeurtenis.soort.kort, hash: hash,
                aanmelding: opdracht.aanmelding, volgorde: gebeurtenis.volgorde)
            let cause = Envelope(
                id: gebeurtenis.id, source: gebeurtenis.bron, type: gebeurtenis.soort.rawValue,
                subject: opdracht.aanmelding.description, time: parts.clock.now, correlationid: gebeurtenis.id,
                traceparent: context.trace.traceparent)
            return try antwoord(try await voer(opdracht, ingekomen, afzender, cause))
        } catch let fout as Ontvangstfout {
            throw fout.weigering
        }
    }

    /// What the sender wants done.
    private enum Opdracht {
        case aannemen(Aanmeldgegevens)
        case wijzigen(Aanmeldgegevens)
        case intrekken(AanmeldingID)

        var aanmelding: AanmeldingID {
            switch self {
            case .aannemen(let gegevens), .wijzigen(let gegevens): gegevens.aanmelding
            case .intrekken(let aanmelding): aanmelding
            }
        }
    }

    private func voer(
        _ opdracht: Opdracht, _ bericht: Ingekomen, _ afzender: Afzender, _ cause: Envelope
    ) async throws -> Ontvangstbevestiging {
        switch opdracht {
        case .aannemen(let gegevens):
            try await AanmeldingAannemen(parts: parts)(bericht, gegevens, because: cause)
        case .wijzigen(let gegevens):
            try await AanmeldingWijzigen(parts: parts)(bericht, gegevens, gemeenten: afzender.codes, because: cause)
        case .intrekken:
            try await AanmeldingIntrekken(parts: parts)(bericht, gemeenten: afzender.codes, because: cause)
        }
    }

    /// Reads `data` for the kind of message; nil when an error was reported. 403 for a gemeente that is not the token's.
    private func lees(
        _ data: Veldlezer, _ soort: Gebeurtenissoort, _ onderwerp: String?, _ afzender: Afzender
    ) throws -> Opdracht? {
        if let gemeente = data.tekst("gemeentecode").flatMap({ Gemeentecode($0) }), !afzender.gemeenten.contains(gemeente) {
            let error = FieldError(data.naam("gemeentecode"), code: "gemeente-token", "Uw token geldt niet voor deze gemeente.")
            throw Refusal(.forbidden, "U mag voor deze gemeente geen berichten sturen.", errors: [error])
        }
        let opdracht: Opdracht?
        switch soort {
        case .aangemeld, .gewijzigd:
            let gegevens = AanmeldingLezer(bsn: bsn, vandaag: parts.clock.today).lees(data)
            opdracht = gegevens.map { soort == .aangemeld ? .aannemen($0) : .wijzigen($0) }
        case .ingetrokken:
            opdracht = data.id("aanmeldingId", verplicht: true).map { .intrekken($0) }
        }
        if let opdracht, let onderwerp, AanmeldingID(onderwerp) != opdracht.aanmelding {
            data.meldBuiten("subject", code: "ongelijk", "In subject hoort het aanmeldingId; u mag subject ook weglaten.")
        }
        return opdracht
    }

    /// The one JSON object of the body.
    private static func object(_ body: Data, _ fouten: Veldfouten) throws -> Veldlezer {
        do {
            switch try JSONLezer.lees([UInt8](body)) {
            case .object(let velden): return Veldlezer(pad: "", velden: velden, fouten: fouten)
            case .lijst: throw Failure.invalid([FieldError("", code: "lijst", "Stuur één bericht per keer, geen lijst.")])
            default: throw Failure.invalid([FieldError("", code: "soort", "Het bericht moet een JSON-object zijn.")])
            }
        } catch let fout as JSONFout {
            throw Failure.invalid([FieldError("", code: "json", fout.tekst)])
        }
    }

    private func antwoord(_ bevestiging: Ontvangstbevestiging) throws -> Response {
        Response(
            status: .init(code: bevestiging.status),
            headers: [.contentType: "application/json", .location: "\(basis)/aanmeldingen/\(bevestiging.aanmelding)"],
            body: .init(byteBuffer: ByteBuffer(bytes: bevestiging.antwoord)))
    }
}

extension Ontvangstfout {
    /// What the sender is told: the status, the field and what to do.
    var weigering: Refusal {
        switch self {
        case .berichtHergebruikt:
            Self.conflict("berichtId", "hergebruikt", "Dit berichtId is eerder gebruikt voor een bericht met een andere inhoud.")
        case .aanmeldingBekend:
            Self.conflict(
                "data.aanmeldingId", "bekend", "Dit aanmeldingId is al aangemeld. Stuur een wijziging, of gebruik een nieuw id.")
        case .aanmeldingOnbekend:
            Refusal(
                .badRequest,
                errors: [FieldError("data.aanmeldingId", code: "onbekend", "Dit aanmeldingId is niet door u aangemeld.")])
        case .alGeaccepteerd:
            Self.conflict(
                "data.aanmeldingId", "al-geaccepteerd",
                "Deze aanmelding is al geaccepteerd en kan niet meer met een bericht worden ingetrokken. Neem contact op.")
        case .afgesloten:
            Self.conflict("data.aanmeldingId", "afgesloten", "Deze aanmelding is afgewezen of ingetrokken. Meld opnieuw aan.")
        case .andereGemeente:
            Refusal(
                .badRequest,
                errors: [
                    FieldError(
                        "data.gemeentecode", code: "andere-gemeente",
                        "Een wijziging kan iemand niet naar een andere gemeente verplaatsen. Trek in en meld opnieuw aan.")
                ])
        case .geenOpdracht:
            Refusal(
                .badRequest,
                errors: [FieldError("data.gemeentecode", code: "geen-opdracht", "Voor deze gemeente hebben wij geen opdracht.")])
        }
    }

    private static func conflict(_ veld: String, _ code: String, _ tekst: String) -> Refusal {
        Refusal(.conflict, tekst, errors: [FieldError(veld, code: code, tekst)])
    }
}
