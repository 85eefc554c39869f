// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing
import Zegel

@Suite("Verzegelen en hashen", .timeLimit(.minutes(1)))
struct ZegelTests {
    @Test("wat verzegeld is gaat met dezelfde sleutel en context weer open", arguments: [0, 1, 31, 1024, 262_144])
    func roundTrip(_ size: Int) throws {
        let key = try SealKey.random()
        let plain = try SecureRandom.bytes(size)
        let sealed = try Seal.seal(plain, with: key, context: "notitie:1")
        #expect(sealed.count == size + Seal.overhead)
        #expect(try Seal.open(sealed, with: key, context: "notitie:1") == plain)
        // A slice has other indices than its bytes.
        #expect(try Seal.open((Data([9, 9]) + sealed).dropFirst(2), with: key, context: "notitie:1") == plain)
        #expect(try Seal.seal(plain, with: key, context: "notitie:1") != sealed)
    }

    @Test("met een andere sleutel, een andere context of één andere bit gaat het niet open")
    func refused() throws {
        let key = try SealKey.random()
        let sealed = try Seal.seal("Een notitie", with: key, context: "notitie:1")
        #expect(try Seal.openText(sealed, with: key, context: "notitie:1") == "Een notitie")
        #expect(throws: SealError.notAuthentic) { try Seal.open(sealed, with: SealKey.random(), context: "notitie:1") }
        #expect(throws: SealError.notAuthentic) { try Seal.open(sealed, with: key, context: "notitie:2") }
        for index in sealed.indices.dropFirst() {
            var changed = sealed
            changed[index] ^= 1
            #expect(throws: SealError.notAuthentic) { try Seal.open(changed, with: key, context: "notitie:1") }
        }
        #expect(throws: SealError.unreadable) { try Seal.open(Data([2]) + sealed.dropFirst(), with: key, context: "notitie:1") }
        #expect(throws: SealError.unreadable) { try Seal.open(sealed.prefix(40), with: key, context: "notitie:1") }
        #expect(throws: SealError.unreadable) { try Seal.open(Data(), with: key, context: "notitie:1") }
        #expect(throws: SealError.keyLength(31)) { try SealKey(Data(count: 31)) }
    }

    @Test("een sleutel is nergens in tekst te lezen")
    func redacted() throws {
        let key = try SealKey(Data(repeating: 0x41, count: 32))
        for text in ["\(key)", String(reflecting: key), String(describing: [key])] {
            #expect(!text.contains("AAAA") && !text.contains("65"))
        }
        var dumped = ""
        dump(key, to: &dumped)
        #expect(!dumped.contains("65"))
        #expect(key.exported == Data(repeating: 0x41, count: 32))
        #expect(try key.derived(for: "a") == key.derived(for: "a"))
        #expect(try key.derived(for: "a") != key.derived(for: "b"))
    }

    @Test("een blinde index vindt dezelfde waarde in een andere schrijfwijze, en alleen onder zijn sleutel en veld")
    func blind() throws {
        let index = BlindIndex(key: try SealKey.random())
        let value = try index.value("NL91 ABNA 0417 1643 00", field: "iban")
        #expect(value.count == 16)
        #expect(try index.value("nl91abna0417164300", field: "iban") == value)
        #expect(try index.value("NL91ABNA0417164301", field: "iban") != value)
        #expect(try index.value("NL91ABNA0417164300", field: "bsn") != value)
        #expect(try BlindIndex(key: SealKey.random()).value("NL91ABNA0417164300", field: "iban") != value)
        #expect(try index.value("999.900.006", field: "bsn") == index.value("999900006", field: "bsn"))
    }

    @Test("SHA-256 klopt met het voorbeeld van de norm, ook in stukken")
    func sha256() throws {
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(try SHA256.hex(Data("abc".utf8)) == expected)
        var hash = try SHA256()
        hash.update(Data("a".utf8))
        hash.update(Data())
        hash.update(Data("bc".utf8))
        #expect(Hex.text(hash.finish()) == expected)
        #expect(try SHA256.hex(Data()) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    @Test("een wachtwoord klopt met zijn eigen hash en met geen andere")
    func password() async throws {
        async let first = PasswordHash.make("correct paard batterij")
        async let second = PasswordHash.make("correct paard batterij")
        let hashes = try await [first, second]
        #expect(hashes[0] != hashes[1])
        #expect(hashes.allSatisfy { $0.hasPrefix("$argon2id$") })
        #expect(try await PasswordHash.matches("correct paard batterij", hash: hashes[0]))
        #expect(try await !PasswordHash.matches("correct paard batterijen", hash: hashes[0]))
        #expect(try await !PasswordHash.matches("", hash: hashes[1]))
        #expect(try await !PasswordHash.matches("correct paard batterij", hash: "geen hash"))
    }

    @Test("een token past alleen bij zijn eigen hash en past in een adres")
    func token() throws {
        let token = try Token.make()
        #expect(token.count == 43)
        #expect(token.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
        #expect(try Token.matches(token, hash: Token.hash(token)))
        #expect(try !Token.matches(token + "x", hash: Token.hash(token)))
        #expect(ConstantTime.equal("gelijk", "gelijk"))
        #expect(!ConstantTime.equal("gelijk", "gelijx"))
        #expect(!ConstantTime.equal("gelijk", "gelij"))
        #expect(ConstantTime.equal("", ""))
    }
}
