// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import Berichten
import Bus
import Dienst
import Domein
import Foundation
import Opdrachten

struct Controleer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Controleert de regelbestanden van de opdrachten en de instellingen, zonder iets te starten.",
        discussion: "Elke fout noemt bestand, regel, veld en wat er moet staan. Alles wordt in één keer gemeld.")

    @OptionGroup var options: LandschapOptions

    @Option(name: .customLong("opdrachten"), help: "De map met regelbestanden.")
    var folder: String = "compose/opdrachten"

    func run() async throws {
        var faults: [String] = []
        do {
            let book = try Opdrachtenboek(map: URL(fileURLWithPath: folder))
            for opdracht in book.opdrachten {
                print("goed: \(opdracht.id) (\(opdracht.gemeentenaam), vanaf \(opdracht.geldigVan))")
            }
        } catch {
            faults += error.fouten.map(\.description)
        }
        let landschap = try options.landschap()
        do {
            if FileManager.default.fileExists(atPath: landschap.keyFolder.path) {
                _ = try KeyFiles.readPublic(from: KeyFiles.publicFile(in: landschap.keyFolder))
                for service in Landschap.services {
                    _ = try KeyFiles.readSecret(from: KeyFiles.secretFile(of: service, in: landschap.keyFolder))
                }
                print("goed: sleutels")
            } else {
                print("let op: er zijn nog geen sleutels; 'wegwijs start' maakt ze")
            }
        } catch {
            faults.append("\(landschap.keyFolder.path): \(error)")
        }
        for service in Landschap.services {
            do { _ = try ServiceSettings(service) } catch { faults.append("\(service.rawValue): \(error)") }
        }
        if faults.isEmpty {
            print("Alles is in orde.")
        } else {
            FileHandle.standardError.write(Data((faults.joined(separator: "\n") + "\n").utf8))
            throw ExitCode(1)
        }
    }
}
