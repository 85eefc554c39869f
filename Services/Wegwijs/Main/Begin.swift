// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import WegwijsApp

@main
enum Begin {
    static func main() async { await Wegwijs.main() }
}
