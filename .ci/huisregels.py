#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""The house rules that a compiler does not hold: run by ./test, exit status 1 when one is broken.

Checked (the code in brackets is the name used in messages and in huisregels-uitzonderingen.txt):

  [spdx]       every Swift file says its licence in the first three lines
  [import]     every import is declared in Package.swift for that target, or belongs to the system
               (an undeclared one gives stale object files and a crash at run time; docs/omwegen.md)
  [pijl]       services never import each other; Shared never imports a service
  [domein]     Services/*/App/Domein imports only Foundation and Domein; Shared/Domein only Foundation and Synchronization
  [blokkeert]  nothing in Services and Shared waits on a thread
  [afbreken]   no try!, as!, fatalError or preconditionFailure outside Tests
  [tijdlimiet] every test stands in a @Suite, and every @Suite has a .timeLimit
  [lengte]     no Swift file has more than 400 lines

Formatting and force unwraps are held by swift format lint --strict, which ./test runs after this.
Not checked here: the arrows between the rooms of one App (Berichten and Koppeling -> Gebruik -> Domein, Gebruik -> Opslag).
The rooms of a service are folders of one module, so no import tells which room uses which; a reviewer holds these.

An exception is one line in huisregels-uitzonderingen.txt: path | rule | reason. One that is no longer needed is an error.
"""

import argparse
import json
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

# Modules that come with Swift or the system, so that no manifest can declare them.
SYSTEM = {"Swift", "Foundation", "Synchronization", "Dispatch", "Glibc", "Testing", "RegexBuilder"}
LONGEST = 400

IMPORT = re.compile(
    r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?"
    r"import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?([A-Za-z_]\w*)", re.M)

BLOCKING = [
    (r"\bDispatchSemaphore\b", "DispatchSemaphore"),
    (r"\bThread\s*\.\s*sleep\b", "Thread.sleep"),
    (r"(?<![.\w])(?:u|nano)?sleep\s*\(", "sleep"),
    (r"\.wait\s*\(\s*(?:timeout[^)]*|wallTimeout[^)]*)?\)", ".wait()"),
    (r"\.sync\s*[({]", "queue.sync"),
    (r"\bwaitUntilExit\b", "waitUntilExit"),
    (r"(?<![.\w])(?:Foundation\s*\.\s*)?Process\s*\(\s*\)", "Foundation.Process"),
    (r"\bpthread_(?:join|cond_wait|cond_timedwait)\b", "pthread wait"),
    (r"\bRunLoop\s*\.\s*\w+\s*\.\s*run\b|\bdispatchMain\s*\(", "run loop"),
]

ABORTING = [(r"\btry!", "try!"), (r"\bas!", "as!"), (r"\bfatalError\s*\(", "fatalError"),
            (r"\bpreconditionFailure\s*\(", "preconditionFailure")]


@dataclass(frozen=True, order=True)
class Finding:
    path: str
    line: int
    rule: str
    text: str

    def __str__(self):
        return f"{self.path}:{self.line}: [{self.rule}] {self.text}"


def code_only(source: str) -> str:
    """The source with comments and the inside of strings made blank; lines and columns stay where they are."""
    out, i, n = [], 0, len(source)

    def blank(until):
        nonlocal i
        out.append(re.sub(r"[^\n]", " ", source[i:until]))
        i = until

    while i < n:
        if source.startswith("//", i):
            end = source.find("\n", i)
            blank(n if end < 0 else end)
        elif source.startswith("/*", i):
            depth, j = 1, i + 2
            while j < n and depth:
                if source.startswith("/*", j):
                    depth, j = depth + 1, j + 2
                elif source.startswith("*/", j):
                    depth, j = depth - 1, j + 2
                else:
                    j += 1
            blank(j)
        elif match := re.compile(r'(#*)("""|")').match(source, i):
            hashes, quote = match.groups()
            blank(end_of_string(source, match.end(), hashes, quote))
        else:
            out.append(source[i])
            i += 1
    return "".join(out)


def end_of_string(source: str, j: int, hashes: str, quote: str) -> int:
    """The position after a string literal whose contents begin at j."""
    escape, close = "\\" + hashes, quote + hashes
    while j < len(source):
        if source.startswith(close, j):
            return j + len(close)
        if source.startswith(escape + "(", j):
            j = end_of_interpolation(source, j + len(escape) + 1)
        elif source.startswith(escape, j):
            j += len(escape) + 1
        elif quote == '"' and source[j] == "\n":
            return j
        else:
            j += 1
    return j


def end_of_interpolation(source: str, j: int) -> int:
    depth = 1
    while j < len(source) and depth:
        if match := re.compile(r'(#*)("""|")').match(source, j):
            j = end_of_string(source, match.end(), *match.groups())
            continue
        depth += {"(": 1, ")": -1}.get(source[j], 0)
        j += 1
    return j


def line_of(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


class House:
    """One checkout: its Swift files and its manifest (the JSON of swift package dump-package)."""

    def __init__(self, root: Path, manifest: dict):
        self.root = root
        self.targets = [t for t in manifest["targets"] if t["type"] not in ("system", "plugin", "binary")]
        self.own = {t["name"] for t in manifest["targets"]}
        self.folders = {t["name"]: t.get("path") or "" for t in manifest["targets"]}
        self.files = {}
        for folder in ("Services", "Shared", "Tests"):
            for file in sorted((root / folder).rglob("*.swift")):
                self.files[file.relative_to(root).as_posix()] = file.read_text(encoding="utf-8")
        self.code = {path: code_only(text) for path, text in self.files.items()}

    def imports(self, path):
        return [(m.group(1), line_of(self.code[path], m.start(1))) for m in IMPORT.finditer(self.code[path])]

    def target_of(self, path):
        """The target with the deepest folder around the file."""
        around = [t for t in self.targets if path.startswith(t["path"].rstrip("/") + "/")]
        return max(around, key=lambda t: len(t["path"]), default=None)

    def findings(self):
        rules = [self.spdx, self.imported, self.arrows, self.domain, self.blocking, self.aborting, self.time_limits, self.length]
        return sorted(found for rule in rules for path in self.files for found in rule(path))

    def spdx(self, path):
        if "SPDX-License-Identifier: EUPL-1.2" not in "\n".join(self.files[path].split("\n")[:3]):
            yield Finding(path, 1, "spdx", "zet bovenaan: // SPDX-License-Identifier: EUPL-1.2")

    def imported(self, path):
        target = self.target_of(path)
        if target is None:
            yield Finding(path, 1, "import", "dit bestand hoort bij geen target van Package.swift")
            return
        declared = {name for dependency in target["dependencies"] for name in dependency_names(dependency)}
        for module, line in self.imports(path):
            if module not in declared | SYSTEM | {target["name"]}:
                yield Finding(path, line, "import", f"target {target['name']} noemt {module} niet in Package.swift")

    def arrows(self, path):
        parts = path.split("/")
        if parts[0] == "Tests":
            return
        for module, line in self.imports(path):
            folder = self.folders.get(module, "")
            if not folder.startswith("Services/"):
                continue
            if parts[0] == "Shared":
                yield Finding(path, line, "pijl", f"Shared gebruikt geen dienst: {module}")
            elif folder.split("/")[1] != parts[1]:
                yield Finding(path, line, "pijl", f"een dienst gebruikt geen andere dienst: {module}")
            elif parts[2] == "App":
                yield Finding(path, line, "pijl", f"App kent het programma niet: {module}")

    def domain(self, path):
        if re.match(r"Services/[^/]+/App/Domein/", path):
            allowed = {"Foundation", "Domein"}
        elif path.startswith("Shared/Domein/"):
            allowed = {"Foundation", "Synchronization"}
        else:
            return
        for module, line in self.imports(path):
            if module not in allowed:
                yield Finding(path, line, "domein", f"een regel kent alleen {' en '.join(sorted(allowed))}, niet {module}")

    def blocking(self, path):
        if path.startswith("Tests/"):
            return
        code = self.code[path]
        for pattern, name in BLOCKING:
            for match in re.finditer(pattern, code):
                start = code.rfind("\n", 0, match.start()) + 1
                # An async function of that name suspends; only the thread may not wait.
                if name == ".wait()" and re.search(r"\bawait\b", code[start:match.start()]):
                    continue
                yield Finding(path, line_of(code, match.start()), "blokkeert", f"{name} houdt een thread vast")

    def aborting(self, path):
        if path.startswith("Tests/"):
            return
        for pattern, name in ABORTING:
            for match in re.finditer(pattern, self.code[path]):
                yield Finding(path, line_of(self.code[path], match.start()), "afbreken", f"{name} maakt van een fout het einde van het proces")

    def time_limits(self, path):
        if not path.startswith("Tests/"):
            return
        code = self.code[path]
        suites = set()
        for match in re.finditer(r"@Suite\b", code):
            attribute = code[match.end():end_of_interpolation(code, match.end() + 1)] if code[match.end():match.end() + 1] == "(" else ""
            if ".timeLimit(" not in attribute:
                yield Finding(path, line_of(code, match.start()), "tijdlimiet", "deze @Suite heeft geen .timeLimit")
            if named := re.compile(r"[^{]*?\b(?:struct|class|actor|enum|extension)\s+(\w+)").match(code, match.end() + len(attribute)):
                suites.add(named.group(1))
        for other in self.files:
            if other != path and Path(other).parent == Path(path).parent:
                suites |= set(re.findall(r"@Suite\b[^{]*?\b(?:struct|class|actor|enum)\s+(\w+)", self.code[other]))
        # A test at the margin has no suite; one inside a type has one when that type, or one around it, is a suite.
        outermost = None
        for number, line in enumerate(code.split("\n"), 1):
            if top := re.match(r"(?:[\w@()., ]*\s)?(?:struct|class|actor|enum|extension)\s+(\w+)", line):
                outermost = top.group(1) if not line.startswith(" ") else outermost
            if re.match(r"@Test\b", line) or (re.match(r"\s+@Test\b", line) and outermost not in suites):
                yield Finding(path, number, "tijdlimiet", "deze test staat niet in een @Suite met .timeLimit")

    def length(self, path):
        lines = self.files[path].count("\n")
        if lines > LONGEST:
            yield Finding(path, LONGEST, "lengte", f"dit bestand heeft {lines} regels; splits het bij de {LONGEST}")


def dependency_names(dependency):
    """The module names that one dependency of the dumped manifest allows."""
    kind, value = next(iter(dependency.items()))
    return [value[0]] if kind in ("byName", "target", "product") else []


def read_exceptions(file: Path):
    """(path, rule) -> reason."""
    exceptions = {}
    for line in file.read_text(encoding="utf-8").split("\n") if file.exists() else []:
        if line.strip() and not line.startswith("#"):
            path, rule, reason = (part.strip() for part in line.split("|", 2))
            if not reason:
                raise SystemExit(f"{file.name}: geef een reden bij {path}")
            exceptions[path, rule] = reason
    return exceptions


def judge(findings, exceptions):
    """What is left after the exceptions, and the exceptions that were not needed."""
    used = {(f.path, f.rule) for f in findings} & set(exceptions)
    stale = [Finding(path, 1, rule, "deze uitzondering is niet meer nodig") for path, rule in sorted(set(exceptions) - used)]
    return [f for f in findings if (f.path, f.rule) not in exceptions] + stale


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pakket", type=Path, help="what swift package dump-package wrote; made here when left out")
    arguments = parser.parse_args()
    root = Path(__file__).resolve().parent.parent
    if arguments.pakket:
        manifest = arguments.pakket.read_text(encoding="utf-8")
    else:
        dump = subprocess.run(["swift", "package", "dump-package"], cwd=root, capture_output=True, text=True)
        if dump.returncode:
            sys.exit(dump.stderr)
        manifest = dump.stdout
    house = House(root, json.loads(manifest))
    broken = judge(house.findings(), read_exceptions(root / ".ci" / "huisregels-uitzonderingen.txt"))
    for finding in broken:
        print(finding)
    print(f"huisregels: {len(house.files)} bestanden, {len(broken)} overtredingen")
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
