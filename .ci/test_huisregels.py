# SPDX-License-Identifier: EUPL-1.2
"""python3 -m unittest discover -s .ci"""

import tempfile
import unittest
from pathlib import Path

from huisregels import Finding, House, code_only, judge

SPDX = "// SPDX-License-Identifier: EUPL-1.2\n"


def target(name, path, *dependencies, kind="regular"):
    return {"name": name, "path": path, "type": kind,
            "dependencies": [{"product": [d[1:], "package", None]} if d.startswith("*") else {"byName": [d, None]} for d in dependencies]}


MANIFEST = {"targets": [
    target("CZeroMQ", "Shared/CZeroMQ", kind="system"),
    target("Domein", "Shared/Domein"),
    target("Berichten", "Shared/Berichten", "Domein"),
    target("IntakeApp", "Services/Intake/App", "Domein", "Berichten", "*GRDB"),
    target("intake", "Services/Intake/Main", "IntakeApp", kind="executable"),
    target("BegeleidingApp", "Services/Begeleiding/App", "Domein", "IntakeApp"),
    target("DomeinTests", "Tests/DomeinTests", "Domein", kind="test"),
]}


class Huisregels(unittest.TestCase):
    def check(self, path, source, spdx=True, **more):
        """The rules that one file breaks, as 'line rule'."""
        with tempfile.TemporaryDirectory() as folder:
            for name, text in {path: source, **more}.items():
                file = Path(folder) / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text((SPDX if spdx else "") + text, encoding="utf-8")
            return [f"{f.line} {f.rule}" for f in House(Path(folder), MANIFEST).findings() if f.path == path]

    def test_goed_bestand(self):
        self.assertEqual(self.check("Services/Intake/App/Gebruik/A.swift", "import Domein\nimport Foundation\nimport GRDB\n"), [])

    def test_zonder_spdx(self):
        self.assertEqual(self.check("Shared/Domein/A.swift", "import Foundation\n", spdx=False), ["1 spdx"])

    def test_import_die_niet_is_aangegeven(self):
        for line in ["import Berichten", "@testable import Berichten", "public import Berichten", "import struct Berichten.Envelope",
                     "@_spi(Proef) public import Berichten", "import Hummingbird"]:
            self.assertIn("2 import", self.check("Shared/Domein/A.swift", line + "\n"), line)

    def test_import_in_commentaar_of_tekst_telt_niet(self):
        self.assertEqual(self.check("Shared/Domein/A.swift", '/* import Berichten */\nlet a = """\nimport Berichten\n"""\n'), [])

    def test_bestand_buiten_elke_target(self):
        self.assertEqual(self.check("Shared/Los/A.swift", "\n"), ["1 import"])

    def test_dienst_gebruikt_andere_dienst(self):
        self.assertEqual(self.check("Services/Begeleiding/App/A.swift", "import IntakeApp\n"), ["2 pijl"])

    def test_shared_gebruikt_dienst(self):
        self.assertIn("2 pijl", self.check("Shared/Berichten/A.swift", "import IntakeApp\n"))

    def test_programma_gebruikt_eigen_app(self):
        self.assertEqual(self.check("Services/Intake/Main/main.swift", "import IntakeApp\n"), [])

    def test_domein_kent_alleen_foundation_en_domein(self):
        self.assertEqual(self.check("Services/Intake/App/Domein/A.swift", "import Domein\nimport Foundation\n"), [])
        self.assertEqual(self.check("Services/Intake/App/Domein/A.swift", "import Berichten\n"), ["2 domein"])
        self.assertEqual(self.check("Services/Intake/App/Domein/A.swift", "import GRDB\n"), ["2 domein"])
        self.assertEqual(self.check("Shared/Domein/A.swift", "import Synchronization\n"), [])
        self.assertEqual(self.check("Shared/Domein/A.swift", "import Dispatch\n"), ["2 domein"])

    def test_blokkeren(self):
        for line in ["let s = DispatchSemaphore(value: 0)", "Thread.sleep(forTimeInterval: 1)", "usleep(10)", "sleep(1)",
                     "group.wait()", "try future.wait()", "_ = s.wait(timeout: .now() + 1)", "queue.sync { }", "lock.sync(execute: f)",
                     "task.waitUntilExit()", "let p = Process()", "let p = Foundation.Process()", "pthread_join(t, nil)"]:
            self.assertEqual(self.check("Shared/Domein/A.swift", line + "\n"), ["2 blokkeert"], line)

    def test_wat_lijkt_op_blokkeren(self):
        for line in ["try await Task.sleep(for: .seconds(1))", "await barrier.wait()", "// sleep(1)", 'log("queue.sync { }")',
                     "func fsync(_ a: Int)", "let sleeping = 1", "ProcessInfo.processInfo"]:
            self.assertEqual(self.check("Shared/Domein/A.swift", line + "\n"), [], line)

    def test_blokkeren_in_een_proef_mag(self):
        self.assertEqual(self.check("Tests/DomeinTests/A.swift", "usleep(1)\nlet a = try! b()\n"), [])

    def test_afbreken(self):
        for line in ["let a = try! b()", "let a = b as! C", 'fatalError("x")', 'preconditionFailure("x")']:
            self.assertEqual(self.check("Shared/Domein/A.swift", line + "\n"), ["2 afbreken"], line)

    def test_suite_zonder_tijdlimiet(self):
        self.assertEqual(self.check("Tests/DomeinTests/A.swift", '@Suite("a") struct A { }\n'), ["2 tijdlimiet"])
        self.assertEqual(self.check("Tests/DomeinTests/A.swift", "@Suite struct A { }\n"), ["2 tijdlimiet"])
        self.assertEqual(self.check("Tests/DomeinTests/A.swift", '@Suite("a (b)", .serialized, .timeLimit(.minutes(1)))\nstruct A {\n    @Test func b() { }\n}\n'), [])

    def test_proef_zonder_suite(self):
        self.assertEqual(self.check("Tests/DomeinTests/A.swift", "@Test func a() { }\n"), ["2 tijdlimiet"])
        self.assertEqual(self.check("Tests/DomeinTests/A.swift", "struct A {\n    @Test func b() { }\n}\n"), ["3 tijdlimiet"])

    def test_proef_in_uitbreiding_of_binnenste_suite(self):
        suite = '@Suite("a", .timeLimit(.minutes(1)))\nstruct A { }\n'
        self.assertEqual(self.check("Tests/DomeinTests/B.swift", "extension A {\n    @Test func b() { }\n}\n", **{"Tests/DomeinTests/A.swift": suite}), [])
        nested = '@Suite("a", .timeLimit(.minutes(1)))\nstruct A {\n    struct B {\n        @Test func c() { }\n    }\n}\n'
        self.assertEqual(self.check("Tests/DomeinTests/A.swift", nested), [])

    def test_te_lang(self):
        self.assertEqual(self.check("Shared/Domein/A.swift", "\n" * 399), [])
        self.assertEqual(self.check("Shared/Domein/A.swift", "\n" * 400), ["400 lengte"])

    def test_alleen_code(self):
        for source, rest in [('a "b\\"c" d', "a d"), ('a #"b"c"# d', "a d"), ('a "\\(b("c)"))" d', "a d"), ("a /* /* b */ c */ d", "a d"),
                             ('a """\nb "c" d\n""" e', "a e"), ("a // b\nc", "a c")]:
            self.assertEqual(code_only(source).split(), rest.split(), source)
            self.assertEqual(len(code_only(source)), len(source))

    def test_uitzonderingen(self):
        finding = Finding("A.swift", 3, "blokkeert", "x")
        self.assertEqual(judge([finding], {("A.swift", "blokkeert"): "reden"}), [])
        self.assertEqual(judge([finding], {("A.swift", "import"): "reden"})[0], finding)
        self.assertEqual([f.rule for f in judge([], {("B.swift", "spdx"): "reden"})], ["spdx"])


if __name__ == "__main__":
    unittest.main()
