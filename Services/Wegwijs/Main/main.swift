// SPDX-License-Identifier: EUPL-1.2
import WegwijsApp

await Wegwijs.main()
