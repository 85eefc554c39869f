// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Zegel

/// Somebody of the synthetic city in front of the portaal: opens pages, fills in forms, keeps cookies. It knows nothing
/// but what a browser would see.
actor Portaalklant {
    struct Unexpected: Error, CustomStringConvertible {
        let description: String
    }

    struct Bladzijde: Sendable {
        var path: String
        var status: Int
        var html: String
        var forms: [Formulier] { Formulier.all(in: html, page: path) }
        /// The form whose action contains this text.
        func form(_ action: String) throws -> Formulier {
            guard let form = forms.first(where: { $0.action.contains(action) }) else {
                throw Unexpected(description: "geen formulier '\(action)' op \(path) (status \(status))")
            }
            return form
        }
    }

    private let caller: HTTPCaller
    private var cookies: [String: String] = [:]

    init(port: Int) { caller = HTTPCaller(port: port, limit: .seconds(30)) }

    func signIn(_ user: DemoUsers.User) async throws {
        let login = try await open("/aanmelden")
        var form = try login.form("/aanmelden")
        form.set("gebruikersnaam", user.gebruikersnaam)
        form.set("wachtwoord", user.wachtwoord)
        let second = try await send(form)
        var code = try second.form("/aanmelden/code")
        code.set("code", try TOTP(base32: user.totp).code(at: Date()))
        let home = try await send(code)
        guard home.status < 500, !home.html.contains("name=\"code\"") else {
            throw Unexpected(description: "aanmelden van \(user.gebruikersnaam) lukt niet: \(home.path) antwoordt \(home.status)")
        }
    }

    /// Opens a page and follows redirects.
    func open(_ path: String) async throws -> Bladzijde {
        try await follow(try await caller.send("GET", path, headers: headers()), from: path)
    }

    /// Sends a form and follows the redirect after it.
    func send(_ form: Formulier) async throws -> Bladzijde {
        let answer = try await caller.send(
            "POST", form.action, headers: headers() + [("content-type", "application/x-www-form-urlencoded")], body: form.body)
        return try await follow(answer, from: form.action)
    }

    /// Sends a form with one file.
    func upload(_ form: Formulier, field: String, name: String, type: String, content: Data) async throws -> Bladzijde {
        let boundary = "wegwijs-\(content.count)-grens"
        var body = Data()
        for (key, value) in form.fields {
            body.append(Data("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(key)\"\r\n\r\n\(value)\r\n".utf8))
        }
        body.append(
            Data(
                "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(field)\"; filename=\"\(name)\"\r\nContent-Type: \(type)\r\n\r\n"
                    .utf8))
        body.append(content)
        body.append(Data("\r\n--\(boundary)--\r\n".utf8))
        let answer = try await caller.send(
            "POST", form.action, headers: headers() + [("content-type", "multipart/form-data; boundary=\(boundary)")], body: body)
        return try await follow(answer, from: form.action)
    }

    func download(_ path: String) async throws -> HTTPCaller.Answer { try await caller.send("GET", path, headers: headers()) }

    private func headers() -> [(String, String)] {
        cookies.isEmpty ? [] : [("cookie", cookies.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; "))]
    }

    private func follow(_ first: HTTPCaller.Answer, from path: String) async throws -> Bladzijde {
        var answer = first
        var path = path
        keep(answer)
        for _ in 0..<5 where (300..<400).contains(answer.status) {
            guard let target = answer.header("location") else { break }
            path = target
            answer = try await caller.send("GET", target, headers: headers())
            keep(answer)
        }
        if answer.status >= 500 { throw Unexpected(description: "\(path) antwoordt \(answer.status)") }
        return Bladzijde(path: path, status: answer.status, html: answer.text)
    }

    private func keep(_ answer: HTTPCaller.Answer) {
        for (name, value) in answer.headers where name.lowercased() == "set-cookie" {
            guard let pair = value.split(separator: ";").first, let equals = pair.firstIndex(of: "=") else { continue }
            let key = String(pair[..<equals])
            let content = String(pair[pair.index(after: equals)...])
            cookies[key] = content.isEmpty ? nil : content
        }
    }
}
