// SPDX-License-Identifier: EUPL-1.2

/// How long a user name must wait after failed sign-ins (NIST SP 800-63B, 5.2.2: rate limiting). Four mistakes are free;
/// then the wait doubles up to a quarter of an hour, which leaves a guesser about a hundred tries a day.
enum Wachttijd {
    static let vrij = 4
    static let langste = 15 * 60

    /// Seconds.
    static func na(mislukt aantal: Int) -> Int {
        guard aantal > vrij else { return 0 }
        return min(langste, 30 << min(aantal - vrij - 1, 10))
    }

    /// `30 seconden`, `4 minuten`.
    static func tekst(_ seconden: Int) -> String {
        if seconden < 60 { return seconden == 1 ? "1 seconde" : "\(seconden) seconden" }
        let minuten = (seconden + 59) / 60
        return minuten == 1 ? "1 minuut" : "\(minuten) minuten"
    }
}
