// SPDX-License-Identifier: EUPL-1.2

/// The one form in which the directory keeps a record, whichever way it came in: each object says on what it hangs, what
/// follows from elsewhere (the provider, the terms) is not repeated, and nothing is empty. So a file that was exported, as
/// JSON or as tables, is the same record when it comes back; and a hundred thousand services do not repeat their terms.
public enum Normaalvorm {
    /// - Parameter tabel: `service`, `organization`, `taxonomy` or `taxonomy_term`.
    public static func van(_ record: JSONWaarde, _ tabel: String) -> JSONWaarde? {
        guard let beschrijving = HSDSTabel.alle[tabel], record.alsObject != nil else { return nil }
        return object(record, beschrijving, bij: nil).zonderLeeg
    }

    /// What the hash is taken of: without the moments that change while the words stay.
    public static func inhoud(_ record: JSONWaarde) -> JSONWaarde {
        record.met("assured_date", nil).met("assurer_email", nil).met("last_modified", nil)
    }

    private static func object(_ waarde: JSONWaarde, _ tabel: HSDSTabel, bij ouder: (tabel: String, id: String)?) -> JSONWaarde {
        guard case .object(var velden) = waarde else { return waarde }
        for (naam, waarde) in velden {
            guard let tekst = waarde.alsTekst else { continue }
            if naam == "id" || naam.hasSuffix("_id") {
                velden[naam] = .tekst(uuid(tekst))
            } else if tekst.isEmpty {
                velden[naam] = nil
            }
        }
        switch tabel.naam {
        case "service":
            velden["organization"] = nil
            velden["program"] = nil
            velden["last_modified"] = nil
        case "attribute": velden["taxonomy_term"] = nil
        case "taxonomy_term": velden["taxonomy_detail"] = nil
        default: break
        }
        if let ouder { wijsAan(ouder, tabel, &velden) }
        for (veld, kind) in tabel.delen {
            guard let deel = velden[veld], deel.alsObject != nil, let beschrijving = HSDSTabel.alle[kind] else { continue }
            let heel = object(deel, beschrijving, bij: nil)
            velden[veld] = kind == "location" ? heel.met("organization_id", nil) : heel
            if let id = heel["id"] { velden["\(veld)_id"] = id }
        }
        let id = velden["id"]?.alsTekst ?? ""
        for (veld, kind) in tabel.lijsten {
            guard case .lijst(let delen)? = velden[veld], let beschrijving = HSDSTabel.alle[kind] else { continue }
            velden[veld] = .lijst(delen.map { object($0, beschrijving, bij: (tabel.naam, id)) })
        }
        return .object(velden)
    }

    /// Points at the object it hangs on, and at no other of the kinds that it might have hung on.
    private static func wijsAan(_ ouder: (tabel: String, id: String), _ tabel: HSDSTabel, _ velden: inout [String: JSONWaarde]) {
        let eigen = HSDSTabel.sleutel(van: tabel.naam, bij: ouder.tabel)
        switch tabel.naam {
        case "attribute": velden["link_entity"] = .tekst(ouder.tabel)
        case "metadata": velden["resource_type"] = .tekst(ouder.tabel)
        case "service_at_location", "program", "organization_identifier": break
        default:
            for naam in ["service_id", "organization_id", "location_id", "service_at_location_id", "contact_id", "phone_id"]
            where naam != eigen { velden[naam] = nil }
        }
        velden[eigen] = .tekst(ouder.id)
    }

    /// Ids are compared as text: in one case.
    private static func uuid(_ tekst: String) -> String {
        tekst.utf8.contains { (65...90).contains($0) } ? tekst.lowercased() : tekst
    }
}
