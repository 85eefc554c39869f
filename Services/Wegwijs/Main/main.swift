// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import WegwijsApp

await Wegwijs.main()
