// SPDX-License-Identifier: EUPL-1.2

/// Where each value of a JSON text stands. Only of the form that `JSONWriter` writes: no white space, the keys of an object in
/// ASCII, in order and each of them once. Any other text, right or wrong, has no tape.
struct JSONTape {
    enum Kind { case null, yes, no, number, text, escapedText, list, object }

    struct Node {
        let kind: Kind
        /// The bytes of a number, or of a text without its quotes.
        var begin: Int
        var end: Int
        /// How many values a list holds, or how many keys an object.
        var count = 0
        /// The node after all that is in this one.
        var next = 0
    }

    /// A list is followed by its values; an object by key and value in turn.
    private(set) var nodes: [Node] = []
    let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0

    /// Deeper than any message of ours: what is deeper goes the long way, which has its own limit.
    private static let deepest = 64

    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        nodes.reserveCapacity(bytes.count / 12 + 8)
        guard readValue(Self.deepest), at == bytes.count else { return nil }
    }

    private var current: UInt8 { at < bytes.count ? bytes[at] : 0 }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard current == byte else { return false }
        at += 1
        return true
    }

    private mutating func readValue(_ depth: Int) -> Bool {
        switch current {
        case UInt8(ascii: "\""): readText()
        case UInt8(ascii: "{"): depth > 0 && readObject(depth - 1)
        case UInt8(ascii: "["): depth > 0 && readList(depth - 1)
        case UInt8(ascii: "n"): readWord("null", .null)
        case UInt8(ascii: "t"): readWord("true", .yes)
        case UInt8(ascii: "f"): readWord("false", .no)
        default: readNumber()
        }
    }

    private mutating func add(_ kind: Kind, _ begin: Int, _ end: Int) {
        nodes.append(Node(kind: kind, begin: begin, end: end, next: nodes.count + 1))
    }

    private mutating func readWord(_ word: StaticString, _ kind: Kind) -> Bool {
        let end = at + word.utf8CodeUnitCount
        guard end <= bytes.count, word.withUTF8Buffer({ $0.elementsEqual(bytes[at..<end]) }) else { return false }
        add(kind, at, end)
        at = end
        return true
    }

    private mutating func readNumber() -> Bool {
        let begin = at
        func digits() -> Bool {
            let first = at
            while case UInt8(ascii: "0")...UInt8(ascii: "9") = current { at += 1 }
            return at > first
        }
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { guard digits() else { return false } }
        if take(UInt8(ascii: ".")) { guard digits() else { return false } }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "-")) { _ = take(UInt8(ascii: "+")) }
            guard digits() else { return false }
        }
        add(.number, begin, at)
        return true
    }

    private mutating func readText() -> Bool {
        at += 1
        let begin = at
        var kind = Kind.text
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "\""):
                add(kind, begin, at)
                at += 1
                return true
            case UInt8(ascii: "\\"):
                kind = .escapedText
                at += 2
            case 0..<0x20: return false
            default: at += 1
            }
        }
        return false
    }

    private mutating func readList(_ depth: Int) -> Bool {
        let place = nodes.count
        add(.list, at, at)
        at += 1
        if !take(UInt8(ascii: "]")) {
            repeat {
                guard readValue(depth) else { return false }
                nodes[place].count += 1
            } while take(UInt8(ascii: ","))
            guard take(UInt8(ascii: "]")) else { return false }
        }
        nodes[place].next = nodes.count
        return true
    }

    private mutating func readObject(_ depth: Int) -> Bool {
        let place = nodes.count
        add(.object, at, at)
        at += 1
        if !take(UInt8(ascii: "}")) {
            var last: Range<Int>?
            repeat {
                guard current == UInt8(ascii: "\""), readText(), let key = nodes.last, key.kind == .text else { return false }
                // Other letters must first be looked at: whether they are letters at all.
                guard bytes[key.begin..<key.end].allSatisfy({ $0 < 0x80 }) else { return false }
                if let last, !bytes[last].lexicographicallyPrecedes(bytes[key.begin..<key.end]) { return false }
                last = key.begin..<key.end
                guard take(UInt8(ascii: ":")), readValue(depth) else { return false }
                nodes[place].count += 1
            } while take(UInt8(ascii: ","))
            guard take(UInt8(ascii: "}")) else { return false }
        }
        nodes[place].next = nodes.count
        return true
    }
}
