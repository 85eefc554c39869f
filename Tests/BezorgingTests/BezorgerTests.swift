// SPDX-License-Identifier: EUPL-1.2
import Bezorging
import Testing

@Suite(.timeLimit(.minutes(1)))
struct BezorgerTests {
    @Test("Een dag lang wordt het opnieuw geprobeerd") func eenDag() {
        #expect(Bezorger.uren == 24)
    }
}
