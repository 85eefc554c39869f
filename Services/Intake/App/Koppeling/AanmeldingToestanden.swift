// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Web

/// What a gemeente may ask of what it handed over: how it stands, and what changed since.
extension Koppeling {
    /// `GET /v1/aanmeldingen/{aanmeldingId}`.
    func toestand(_ request: Request, _ context: PlainContext) async throws -> Response {
        let afzender = try await afzender(request, context)
        guard let text = context.parameters.get("aanmeldingId"), text.utf8.count == 36, let id = AanmeldingID(text) else {
            throw Failure.invalid([FieldError("aanmeldingId", code: "uuid", "Dit moet een UUID zijn: 36 tekens met streepjes.")])
        }
        let stand = try await ToestandTonen(parts: parts).een(id, oin: afzender.oin, gemeenten: afzender.codes)
        return try Self.json(Toestandsregel(stand))
    }

    /// `GET /v1/aanmeldingen?gewijzigdNa=…&na=…&aantal=…`: oldest change first.
    func lijst(_ request: Request, _ context: PlainContext) async throws -> Response {
        let afzender = try await afzender(request, context)
        let vraag = try Lijstvraag(request.uri.queryParameters)
        let bladzijde = try await ToestandTonen(parts: parts).lijst(
            oin: afzender.oin, gemeenten: afzender.codes, vanaf: vraag.vanaf, aantal: vraag.aantal)
        return try Self.json(
            Toestandslijst(
                aanmeldingen: bladzijde.rijen.map { Toestandsregel(.init(rij: $0)) },
                volgende: bladzijde.volgende.map { basis + Lijstvraag.vervolg($0, aantal: vraag.aantal) }))
    }

    private static func json(_ value: some Encodable) throws -> Response {
        Response(
            status: .ok, headers: [.contentType: "application/json"],
            body: .init(byteBuffer: ByteBuffer(bytes: try MessageCoding.encode(value))))
    }
}

/// One aanmelding as its gemeente sees it. No name, no number of a person: the gemeente knows who it is by its own id.
private struct Toestandsregel: Encodable, Sendable {
    var aanmeldingId: String
    var toestand: String
    var redenen: [String]
    var ontvangenOp: String
    /// When there was last something new, in the aanmelding or in what it led to: `gewijzigdNa` goes by this.
    var gewijzigdOp: String
    var dossiernummer: String?
    /// How it stands with the newest change of an accepted person: `in-controle`, `overgenomen`, `deels-overgenomen`,
    /// `weggelegd`.
    var wijziging: String?
    var traject: Trajectregel?

    /// What the gemeente may know of the traject. Days only: what was said stays with the begeleider.
    struct Trajectregel: Encodable, Sendable {
        var gestartOp: String?
        var tussenrapportageOp: String?
        var eindigtOp: String?
        var tussenrapportageBeschikbaarOp: String?
        var afgerondOp: String?
        var overdrachtsdocumentBeschikbaarOp: String?
        var aantalNietVerschenen: Int
        var laatstNietVerschenenOp: String?

        init(_ stand: Trajectstand) {
            (gestartOp, tussenrapportageOp) = (stand.gestartOp?.description, stand.tussenrapportageOp?.description)
            (eindigtOp, tussenrapportageBeschikbaarOp) = (stand.eindigtOp?.description, stand.rapportOp?.description)
            (afgerondOp, aantalNietVerschenen) = (stand.afgerondOp?.description, stand.nietVerschenen)
            overdrachtsdocumentBeschikbaarOp = stand.overdrachtOp?.description
            laatstNietVerschenenOp = stand.nietVerschenenOp?.description
        }
    }

    init(_ stand: ToestandTonen.Stand) {
        let rij = stand.rij
        (aanmeldingId, toestand, redenen) = (rij.id.description, rij.toestand.rawValue, rij.redenen)
        (ontvangenOp, gewijzigdOp) = (rij.ontvangenOp.description, rij.nieuwsOp)
        (dossiernummer, wijziging) = (stand.dossiernummer, stand.wijziging?.rawValue)
        traject = stand.traject.map { Trajectregel($0) }
    }
}

private struct Toestandslijst: Encodable, Sendable {
    var aanmeldingen: [Toestandsregel]
    /// Path of the next page; missing on the last one.
    var volgende: String?
}

/// The question of a list, read from the query string.
private struct Lijstvraag {
    var vanaf: Aanmeldingenlijst.Vanaf?
    var aantal = 50

    init(_ query: Parameters) throws {
        let fouten = Veldfouten()
        if let text = query["aantal"] {
            if let number = Int(text), (1...200).contains(number) {
                aantal = number
            } else {
                fouten.meld("aantal", code: "bereik", "Vraag 1 tot 200 aanmeldingen tegelijk.")
            }
        }
        if let text = query["gewijzigdNa"] {
            // A plus sign in a query is a space to many programs.
            if let moment = Instant.date(text.replacing(" ", with: "+")) {
                vanaf = .init(nieuwsOp: Instant.text(moment), id: "")
            } else {
                fouten.meld("gewijzigdNa", code: "tijdstip", "Schrijf een tijdstip met tijdzone: 2027-01-11T09:12:44Z.")
            }
        }
        if let text = query["na"] {
            let halves = text.split(separator: "_", maxSplits: 1).map(String.init)
            if halves.count == 2, Instant.date(halves[0]) != nil, AanmeldingID(halves[1]) != nil {
                vanaf = .init(nieuwsOp: halves[0], id: halves[1])
            } else {
                fouten.meld("na", code: "vorm", "Neem voor na de waarde over uit volgende.")
            }
        }
        guard fouten.lijst.isEmpty else { throw Failure.invalid(fouten.lijst) }
    }

    static func vervolg(_ vanaf: Aanmeldingenlijst.Vanaf, aantal: Int) -> String {
        "/aanmeldingen?na=\(vanaf.nieuwsOp)_\(vanaf.id)&aantal=\(aantal)"
    }
}
