// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Hummingbird
import Synchronization
import Web

/// Who is signed in, as the pages need it.
struct Aangemeld: Sendable, Equatable {
    let id: GebruikerID
    let naam: String
    let rollen: Set<Role>
    var team: TeamID?
    var gemeente: String?
    var organisatie: OrganisatieID?

    /// The first letters of the first and the last word of the name.
    var initialen: String {
        let woorden = naam.split(separator: " ")
        return [woorden.first, woorden.count > 1 ? woorden.last : nil].compactMap { $0?.first.map(String.init) }.joined()
            .uppercased()
    }

    /// On whose behalf the pages ask the services.
    /// - Parameter als: in fewer roles than somebody has: who also leads a team is asked for the own people only.
    func actor(purpose: String = "begeleiding", als: Set<Role>? = nil) -> Actor {
        Actor(
            user: id, roles: als?.intersection(rollen) ?? rollen, team: team, gemeente: gemeente, organisatie: organisatie,
            purpose: purpose)
    }
}

/// What is known about one visit, filled by `SessieMiddleware`. Shared by the copies that Hummingbird makes of the context,
/// so that an error page, made outside, still knows who looks.
final class Bezoek: Sendable {
    struct Toestand: Sendable {
        var gebruiker: Aangemeld?
        /// The secret of the session, or before sign-in of the visit: the key of CSRF tokens and signed cookies.
        var secret: Secret?
        /// The password was right, the code has still to come: whose session it is.
        var half: GebruikerID?
        /// A session that ended by itself, when this request still carried its cookie.
        var verlopen: (gebruiker: GebruikerID, secret: Secret)?
        var berichten: [Melding] = []
        /// What was posted, when it was a plain form.
        var form: FormValues?
        /// What was typed into this page before the session ran out.
        var klad: FormValues?
        /// The page: of a GET its own path, of a POST the page that held the form.
        var pad = "/"
        /// The drafts of this page, and the version that its forms begin from.
        var concepten: [Formulierconcept] = []
        var conceptversie = 0
        /// The form was sent, but what was kept of it goes on.
        var houdtConcept = false

        var csrf: String? { secret.map(Csrf.token) }
    }

    private let toestand = Mutex(Toestand())
    var nu: Toestand { toestand.withLock { $0 } }
    func wijzig(_ change: @Sendable (inout Toestand) -> Void) { toestand.withLock { change(&$0) } }
}

/// What a request for a page carries along.
public struct PortaalContext: WebContext {
    public var coreContext: CoreRequestContextStorage
    public var remoteAddress: String?
    public var trace = TraceContext.none
    let bezoek = Bezoek()

    public init(core: CoreRequestContextStorage) { coreContext = core }

    /// What was typed into the form of this POST; empty otherwise.
    var form: FormValues { bezoek.nu.form ?? FormValues() }

    /// Who is signed in. On routes that were added to `PortaalRoutes` there always is somebody.
    /// - Parameter rollen: one of these is needed; none given means that everybody signed in may.
    func gebruiker(_ rollen: Role...) throws -> Aangemeld {
        guard let gebruiker = bezoek.nu.gebruiker else { throw Refusal(.unauthorized) }
        guard rollen.isEmpty || !gebruiker.rollen.isDisjoint(with: rollen) else {
            throw Failure.notAllowed(
                reason: "Deze pagina hoort niet bij uw werk in Wegwijs. Denkt u van wel? Vraag het de beheerder.")
        }
        return gebruiker
    }

    /// An id in the path (`/dossier/:id`). Anything else than a UUID is a page that does not exist.
    func id<Kind>(_ name: String = "id", _ kind: Identifier<Kind>.Type = Identifier<Kind>.self) throws -> Identifier<Kind> {
        guard let id = coreContext.parameters.get(name).flatMap({ Identifier<Kind>($0) }) else {
            throw Failure.notFound(what: name)
        }
        return id
    }
}
