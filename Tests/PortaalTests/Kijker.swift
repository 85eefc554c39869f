// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Mustache
import Synchronization

@testable import PortaalApp

/// What a render asked for, and what was not there. Mustache renders a name that does not exist as nothing; this finds it.
final class Verslag: Sendable {
    struct Inhoud: Sendable {
        /// Names that were asked and that some value on the way up had, also when it was nil there.
        var gevonden: Set<String> = []
        /// Names that no value on the way up had.
        var onbekend: Set<String> = []
        fileprivate var gezienOpWeg: Set<String> = []
    }
    private let inhoud = Mutex(Inhoud())
    var nu: Inhoud { inhoud.withLock { $0 } }

    /// One value was asked for a name. The way up ends at the root.
    func gevraagd(_ naam: String, heeft: Bool, isWortel: Bool) {
        inhoud.withLock { inhoud in
            if heeft {
                inhoud.gevonden.insert(naam)
                inhoud.gezienOpWeg.insert(naam)
            }
            if isWortel {
                if !heeft, !inhoud.gezienOpWeg.contains(naam) { inhoud.onbekend.insert(naam) }
                inhoud.gezienOpWeg.remove(naam)
            }
        }
    }
}

/// Stands before a value of a page model and reports what the template asks of it.
struct Kijker: MustacheParent {
    let waarde: Any
    let verslag: Verslag
    var isWortel = false

    func child(named naam: String) -> Any? {
        let gevonden = Mirror(reflecting: waarde).children.first { $0.label == naam }
        verslag.gevraagd(naam, heeft: gevonden != nil, isWortel: isWortel)
        return gevonden.flatMap { Self.omhul($0.value, verslag) }
    }

    /// Texts, numbers and truth values go as they are; structs and lists of structs get a watcher of their own.
    static func omhul(_ waarde: Any, _ verslag: Verslag) -> Any? {
        let mirror = Mirror(reflecting: waarde)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.flatMap { omhul($0.value, verslag) }
        case .collection: return mirror.children.compactMap { omhul($0.value, verslag) }
        case .struct where !(waarde is String) && !(waarde is any Numeric):
            return mirror.children.isEmpty ? waarde : Kijker(waarde: waarde, verslag: verslag)
        default: return waarde
        }
    }
}

/// The root of a watched render: the model's names and `kader`, as `Wortel` gives them.
struct KijkWortel: MustacheParent {
    let kader: Kader
    let model: any PageModel
    let verslag: Verslag

    func child(named naam: String) -> Any? {
        if naam == "kader" {
            verslag.gevraagd(naam, heeft: true, isWortel: true)
            return Kijker(waarde: kader, verslag: verslag)
        }
        return Kijker(waarde: model, verslag: verslag, isWortel: true).child(named: naam)
    }
}

/// The names in the tags of a template, without those of blocks, partials and comments.
enum Namen {
    static func `in`(_ template: String) -> Set<String> {
        var namen: Set<String> = []
        for match in template.matches(of: /\{\{\{?([#^\/&]?)\s*([^{}>$<!\/#^]+?)\s*\}?\}\}/) {
            // `{{/inhoud}}` closes a block as well as a section: a section was opened by its name before.
            guard match.output.1 != "/" else { continue }
            for deel in match.output.2.split(separator: ".") { namen.insert(String(deel)) }
        }
        return namen
    }

    /// The partials that a template uses.
    static func delen(in template: String) -> Set<String> {
        Set(template.matches(of: /\{\{\s*[>]\s*([a-z0-9-]+)\s*\}\}/).map { String($0.output.1) })
    }
}
