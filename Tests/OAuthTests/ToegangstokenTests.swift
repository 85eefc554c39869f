// SPDX-License-Identifier: EUPL-1.2
import OAuth
import Testing

@Suite(.timeLimit(.minutes(1)))
struct ToegangstokenTests {
    @Test("Een toegangstoken leeft hoogstens zes uur") func levensduur() {
        #expect(Toegangstoken.levensduur <= 6 * 3600)
    }
}
