// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Testing
import Toegang

/// Every right, role by role. What is not in the table is refused; a change of the policy is a change of a line here.
@Suite("Wie mag wat", .timeLimit(.minutes(1)))
struct RechtenTests {
    static let tabel = """
        begeleider
          dossier: read list search count create change | eigen begeleider
          bsn: read | eigen begeleider
          label: read list search count | eigen begeleider
          traject: read list search count create change | eigen begeleider
          plan: read list search count create change | eigen begeleider
          contactmoment: read list search count create change | eigen begeleider
          regeldag: read list search count create change | eigen begeleider
          regeldocument: read list change attach | eigen begeleider
          meting: read list search count create change | eigen begeleider
          signaal: read list search count create change | eigen begeleider
          veilig-contact: read list search count create change | eigen begeleider
          veiligheid: read list search count create change | eigen begeleider
          meldcode: read | eigen betrokkene of eigen noodlezer
          meldcode: list change assign | eigen betrokkene
          meldcode: create emergency | eigen begeleider
          verwijzing: read list search count create change | eigen begeleider
          voorziening: read list search count create change export | alles
          voorschot: read list search count create | eigen begeleider
          bewijsstuk: read list search count create attach | eigen begeleider
          rapport: read list search count create change approve | eigen begeleider
          aanmelding: read list search count | eigen begeleider of eigen team, zonder dossier
          aanmelding: create | eigen team
          opdracht: read list | alles
          uitwisselingsstop: create | eigen begeleider
          overdracht: read list search count create change | eigen begeleider
        vrijwilliger
          dossier: read list search count | eigen begeleider
          label: read list search count | eigen begeleider
          traject: read list search count | eigen begeleider
          contactmoment: read list search count create | eigen begeleider
          regeldag: read list search count change | eigen begeleider
          veilig-contact: read | eigen begeleider
          voorziening: read list search count | alles
        teamleider
          dossier: read list search count create change decide assign | eigen team
          bsn: read | eigen team
          label: read list search count | eigen team
          traject: read list search count create change decide assign export | eigen team
          plan: read list search count create change assign | eigen team
          contactmoment: read list search count create change assign export | eigen team
          regeldag: read list search count create change assign | eigen team
          regeldocument: read list change attach | eigen team
          meting: read list search count create change assign | eigen team
          signaal: read list search count create change | eigen team
          veilig-contact: read list search count create change | eigen team
          veiligheid: read list search count create change | eigen team
          meldcode: read | eigen betrokkene of eigen noodlezer
          meldcode: list change | eigen betrokkene
          meldcode: emergency | eigen team
          verwijzing: read list search count create change assign export | eigen team
          voorziening: read list search count create change export | alles
          voorschot: read list search count | eigen team
          bewijsstuk: read list search count | eigen team
          rapport: read list search count create change approve assign export | eigen team
          indicator: read list search count export | eigen team
          aanmelding: read list search count create change decide assign | eigen team
          aanlevering: read list search count create change export | eigen team
          gebruiker: read list search count | eigen team
          opdracht: read list | alles
          uitwisselingsstop: read list search count create decide | eigen team
          overdracht: read list search count create change | eigen team
        financieel-medewerker
          label: read list search count | alles
          voorschot: read list search count create decide pay export | alles
          bewijsstuk: read list search count create decide attach | alles
          opdracht: read list | alles
        tweede-tekenaar
          label: read list search count | alles
          voorschot: read list search count decide | alles
          bewijsstuk: read list search count decide | alles
          opdracht: read list | alles
        beheerder
          voorziening: read list search count create change export | alles
          gebruiker: read list search count create change | alles
          opdracht: read list search count create change | alles
          stroom: read list search count change | alles
        functionaris-gegevensbescherming
          gebruiker: read list search count | alles
          leeslog: read list search count export | alles
          uitwisselingsstop: read list search count | alles
        aandachtsfunctionaris
          meldcode: read list change decide assign | eigen team
        klantmanager
          dossier: read list search count | eigen gemeente, uitwisselbaar
          label: read list search count | eigen gemeente, uitwisselbaar
          traject: read list search count export | eigen gemeente, uitwisselbaar
          rapport: read list search count export | eigen gemeente, vrijgegeven, uitwisselbaar
          indicator: read search count export | eigen gemeente
          indicator: list | eigen gemeente, uitwisselbaar
          aanmelding: read list search count change | eigen gemeente, uitwisselbaar
          aanmelding: create | eigen gemeente
          aanlevering: read list search count create change export | eigen gemeente
          opdracht: read list | eigen gemeente
        partner
          verwijzing: read list search count change decide | eigen organisatie, vrijgegeven, uitwisselbaar
          voorziening: read list search count | alles
          voorziening: create change | eigen organisatie
        client
          dossier: read list search count | eigen dossier
          label: read list search count | eigen dossier
          traject: read list search count | eigen dossier
          plan: read list search count | eigen dossier
          contactmoment: read list search count | eigen dossier, vrijgegeven
          regeldag: read list search count | eigen dossier
          verwijzing: read list search count | eigen dossier, vrijgegeven
          voorziening: read list search count | alles
          voorschot: read list search count | eigen dossier
          bewijsstuk: read list search count create attach | eigen dossier
          rapport: read list search count | eigen dossier, vrijgegeven
          leeslog: read list search count | eigen dossier
        """

    @Test("de rechten zijn precies deze tabel")
    func rechten() {
        #expect(Self.beschrijving == Self.tabel)
    }

    static var beschrijving: String {
        Role.allCases.map { role in
            var lines: [String] = []
            for resource in Resource.allCases {
                var byReach: [(reach: String, actions: [String])] = []
                for action in Action.allCases {
                    let reach = bereik(Policy.scope(wie(role), action, on: resource))
                    guard reach != "niets" else { continue }
                    if let index = byReach.firstIndex(where: { $0.reach == reach }) {
                        byReach[index].actions.append(action.rawValue)
                    } else {
                        byReach.append((reach, [action.rawValue]))
                    }
                }
                for (reach, actions) in byReach {
                    lines.append("  \(resource.rawValue): \(actions.joined(separator: " ")) | \(reach)")
                }
            }
            return "\(role.rawValue)\n\(lines.joined(separator: "\n"))"
        }.joined(separator: "\n")
    }

    static let ids = SeededIDSource(seed: 1)
    static let ik = ids.make(GebruikerID.self)

    static func wie(_ role: Role) -> Actor {
        Actor(
            user: ik, roles: [role], team: ids.make(), gemeente: "0034", organisatie: ids.make(), dossier: ids.make(),
            purpose: "proef")
    }

    static func bereik(_ scope: Scope) -> String {
        switch scope {
        case .none: "niets"
        case .all: "alles"
        case .any(let grounds):
            grounds.map { ground in
                "eigen \(ground.fact.rawValue)" + (ground.onlyReleased ? ", vrijgegeven" : "")
                    + (ground.onlyExchangeable ? ", uitwisselbaar" : "")
                    + (ground.onlyWithoutDossier ? ", zonder dossier" : "")
            }.sorted().joined(separator: " of ")
        }
    }
}
