// SPDX-License-Identifier: EUPL-1.2

/// A page of a list, asked by key: the rows after `after`, at most `limit`. No list is paged by row number.
public struct PageRequest: Codable, Sendable, Equatable {
    /// The `next` of the page before; nil for the first page.
    public var after: String?
    /// 1 to 200.
    public var limit: Int
    public init(after: String? = nil, limit: Int = 25) { (self.after, self.limit) = (after, min(max(limit, 1), 200)) }

    /// The same bounds for what comes in.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            after: try values.decodeIfPresent(String.self, forKey: .after), limit: try values.decode(Int.self, forKey: .limit))
    }
}

/// One page of rows.
public struct Page<Row: Codable & Sendable>: Codable, Sendable {
    public var rows: [Row]
    /// The key to ask the next page with; nil on the last page.
    public var next: String?
    /// How many there are in all within the actor's rights, where that is cheap to know.
    public var total: Int?
    /// How many of all of them wait for the asker, where the list is one of work; counted to 1,000.
    public var wacht: Int?
    public init(rows: [Row], next: String? = nil, total: Int? = nil, wacht: Int? = nil) {
        (self.rows, self.next, self.total, self.wacht) = (rows, next, total, wacht)
    }
}
