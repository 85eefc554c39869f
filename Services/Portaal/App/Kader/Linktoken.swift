// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Web
import Zegel

/// What is in a one-time link, and the code that goes with it. Signed by portaal: a link that was made up, changed or is past
/// its day is refused without asking anybody. Both follow from the number of the command that made them, so that a double
/// click shows the same link and the same code.
struct Linktoken: Sendable {
    let geheim: Secret
    private static let nul = Datum(2000, 1, 1) ?? Datum(Date(timeIntervalSince1970: 0))

    /// - Parameter tot: the last day on which it works.
    func maak(_ opdracht: UUID, tot: Datum) -> String {
        var inhoud = Data()
        withUnsafeBytes(of: opdracht.uuid) { inhoud.append(contentsOf: $0) }
        withUnsafeBytes(of: UInt32(clamping: Self.nul.days(until: tot)).bigEndian) { inhoud.append(contentsOf: $0) }
        let begin = Base64URL.encode(inhoud)
        return begin + geheim.sign("link:\(begin)")
    }

    /// The hash under which the sociale kaart knows this link; nil when we did not make it or it is past its day.
    func hash(_ token: String, vandaag: Datum) -> String? {
        guard token.utf8.count == 70, token.utf8.allSatisfy({ $0 < 128 }) else { return nil }
        let begin = String(token.prefix(27))
        guard geheim.verify(String(token.dropFirst(27)), of: "link:\(begin)"), let inhoud = Base64URL.decode(begin),
            inhoud.count == 20
        else { return nil }
        let dagen = inhoud.suffix(4).reduce(0) { $0 << 8 | Int($1) }
        guard vandaag <= Self.nul.adding(days: dagen) else { return nil }
        return try? SHA256.hex(Data(token.utf8))
    }

    /// Eight digits to read out.
    func code(_ opdracht: UUID) -> String {
        let bytes = Base64URL.decode(geheim.sign("code:\(opdracht.uuidString)")) ?? Data()
        let getal = bytes.prefix(7).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } % 100_000_000
        let cijfers = String(getal)
        return String(repeating: "0", count: 8 - cijfers.count) + cijfers
    }

    /// A keyed hash of a code for one referral: who has the store of the sociale kaart cannot try codes against it.
    func codehash(_ code: String, _ verwijzing: VerwijzingID) -> String {
        geheim.sign("codehash:\(verwijzing):\(code.filter(\.isNumber))")
    }
}
