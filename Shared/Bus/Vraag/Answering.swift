// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import Logging

/// From the bytes of a request to the bytes of its answer, off the poll thread: may this caller ask this, what does the
/// handler say, and whatever goes wrong becomes a `Failure`.
struct Answering: Sendable {
    struct Answer: Sendable {
        enum Note: Sendable { case refused(type: String), unknown(type: String), malformed }
        var result: Result<Data, Failure>
        var note: Note?
    }

    let table: [String: Handlers.Entry]
    let logger: Logger

    @concurrent
    func answer(caller: ServiceName, id: UUID, envelope bytes: Data, data: Data) async -> Answer {
        guard let envelope = try? MessageCoding.decode(Envelope.self, from: bytes), envelope.id == id else {
            return Answer(
                result: .failure(.invalid([FieldError("envelope", code: "onleesbaar", "De envelop is niet te lezen.")])),
                note: .malformed)
        }
        guard let entry = table[envelope.type] else {
            return Answer(
                result: .failure(.notFound(what: "een antwoord op dit soort vraag")),
                note: .unknown(type: Self.short(envelope.type)))
        }
        guard entry.callers.contains(caller) else {
            return Answer(
                result: .failure(.notAllowed(reason: "De dienst \(caller.rawValue) mag dit niet vragen.")),
                note: .refused(type: envelope.type))
        }
        do {
            let answer = try await entry.body(data, Request(envelope: envelope, caller: caller))
            guard answer.count < Socket.maxPart else { throw AnswerTooLarge(bytes: answer.count) }
            return Answer(result: .success(answer))
        } catch let failure as Failure {
            return Answer(result: .failure(failure))
        } catch is CancellationError {
            return Answer(result: .failure(.unavailable(what: "deze dienst, want hij stopt")))
        } catch {
            return Answer(result: .failure(fault(error, envelope)))
        }
    }

    /// A type that is in no table comes from outside: not longer in the log than a type is, and only its letters.
    private static func short(_ type: String) -> String {
        String(type.prefix(80).filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") })
    }

    /// The reference that goes to the asker finds the line in the log. The error itself does not go out: its text may
    /// quote what was asked.
    private func fault(_ error: any Error, _ envelope: Envelope) -> Failure {
        let reference = envelope.id.uuidString.lowercased()
        logger.error(
            "handler failed",
            metadata: [
                "reference": "\(reference)", "type": "\(envelope.type)", "error": "\(ErrorText.of(error))",
            ])
        return .fault(reference: reference)
    }
}

/// An answer that does not fit a frame: page it.
struct AnswerTooLarge: Error { var bytes: Int }
