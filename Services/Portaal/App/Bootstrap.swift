// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Dienst
import Foundation
import Logging
import Opslag
import Web
import Zegel

extension Portaal {
    /// Puts the portaal together: the one place where its live things are made.
    public static func assemble(_ parts: ServiceParts) async throws -> ServiceAssembly {
        let settings = try PortaalSettings(reader: parts.settings.reader, contracten: parts.settings.contractFolder)
        let portaal = try await Portaal(
            settings, store: parts.store, zegel: try zegel(in: parts.settings.keyFolder), bus: parts.bus, clock: parts.clock,
            ids: parts.ids)
        if try await EersteBeheerder.maak(uit: parts.settings.keyFolder, in: portaal.gebruikers, ids: parts.ids) {
            parts.logger.notice("first user made from \(EersteBeheerder.bestandsnaam)")
        }
        let address = parts.settings.httpAddress
        let server = WebServer.application(portaal.edge(), host: address.host, port: address.port, logger: parts.logger)
        return ServiceAssembly(services: [server])
    }

    /// `portaal.zegel`: 32 bytes as base64, written by `wegwijs sleutels`.
    private static func zegel(in map: URL) throws -> SealKey {
        let file = map.appending(component: "portaal.zegel")
        guard let text = try? String(contentsOf: file, encoding: .utf8),
            let data = Data(base64Encoded: text.trimmingCharacters(in: .whitespacesAndNewlines))
        else { throw SettingError("WEGWIJS_SLEUTELS", "een map met een leesbare portaal.zegel (maak die met wegwijs sleutels)") }
        return try SealKey(data)
    }
}
