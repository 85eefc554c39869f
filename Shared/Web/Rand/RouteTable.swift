// SPDX-License-Identifier: EUPL-1.2
import HTTPTypes

/// Which methods a path has, to tell "no such page" from "not with this method".
struct RouteTable: Sendable {
    private let routes: [(parts: [String], method: String)]

    init(_ routes: [(path: String, method: HTTPRequest.Method)]) {
        self.routes = routes.map { (Self.split($0.path), $0.method.rawValue) }
    }

    /// The methods of a path, sorted; HEAD comes with GET. Empty when there is no such path.
    func methods(of path: String) -> [String] {
        let parts = Self.split(path)
        var found = Set(routes.filter { Self.matches($0.parts, parts) }.map(\.method))
        if found.contains("GET") { found.insert("HEAD") }
        return found.sorted()
    }

    private static func split(_ path: String) -> [String] { path.split(separator: "/").map(String.init) }

    private static func matches(_ pattern: [String], _ path: [String]) -> Bool {
        if pattern.last == "**" {
            return path.count >= pattern.count && matches(Array(pattern.dropLast()), Array(path.prefix(pattern.count - 1)))
        }
        guard pattern.count == path.count else { return false }
        return zip(pattern, path).allSatisfy { part, actual in
            part == actual || part == "*" || part.hasPrefix(":") || (part.hasPrefix("{") && part.hasSuffix("}"))
        }
    }
}
