// SPDX-License-Identifier: EUPL-1.2

/// Takes fields out of a JSON object and puts others in, without reading what is in them: a list of records is made of
/// documents that were written by us, and of most of each nothing is shown.
enum Recordsnede {
    typealias Veld = (naam: StaticString, waarde: UnsafeRawBufferPointer)

    /// Writes the object without the fields `zonder`; those of `met` stand in their own place when the object has them, else at
    /// the end. Nil when it is no JSON object as we write them.
    static func maak(_ object: UnsafeRawBufferPointer, zonder: [StaticString], met: [Veld]) -> [UInt8]? {
        var uit: [UInt8] = []
        uit.reserveCapacity(2048)
        var over = met
        var plek = 0
        func teken() -> UInt8 { plek < object.count ? object[plek] : 0 }
        func schrijf(_ naam: UnsafeRawBufferPointer, _ waarde: UnsafeRawBufferPointer) {
            uit.append(UInt8(ascii: uit.isEmpty ? "{" : ","))
            uit.append(contentsOf: naam)
            uit.append(UInt8(ascii: ":"))
            uit.append(contentsOf: waarde)
        }
        guard teken() == UInt8(ascii: "{") else { return nil }
        plek += 1
        while teken() != UInt8(ascii: "}") {
            guard teken() == UInt8(ascii: "\""), let naam = waarde(object, plek), object.count > naam,
                object[naam] == UInt8(ascii: ":"), let eind = waarde(object, naam + 1)
            else { return nil }
            let sleutel = UnsafeRawBufferPointer(rebasing: object[plek..<naam])
            plek = object[eind...].first == UInt8(ascii: ",") ? eind + 1 : eind
            if zonder.contains(where: { heet(sleutel, $0) }) { continue }
            if let nummer = over.firstIndex(where: { heet(sleutel, $0.naam) }) {
                schrijf(sleutel, over.remove(at: nummer).waarde)
            } else {
                schrijf(sleutel, UnsafeRawBufferPointer(rebasing: object[(naam + 1)..<eind]))
            }
        }
        for veld in over {
            uit.append(UInt8(ascii: uit.isEmpty ? "{" : ","))
            uit.append(UInt8(ascii: "\""))
            uit.append(contentsOf: UnsafeRawBufferPointer(start: veld.naam.utf8Start, count: veld.naam.utf8CodeUnitCount))
            uit.append(UInt8(ascii: "\""))
            uit.append(UInt8(ascii: ":"))
            uit.append(contentsOf: veld.waarde)
        }
        if uit.isEmpty { uit.append(UInt8(ascii: "{")) }
        uit.append(UInt8(ascii: "}"))
        return uit
    }

    /// - Parameter sleutel: between its quotes.
    private static func heet(_ sleutel: UnsafeRawBufferPointer, _ naam: StaticString) -> Bool {
        let letters = UnsafeBufferPointer(start: naam.utf8Start, count: naam.utf8CodeUnitCount)
        return sleutel.count == letters.count + 2 && sleutel[1..<(sleutel.count - 1)].elementsEqual(letters)
    }

    /// Where the value ends that begins here.
    private static func waarde(_ tekst: UnsafeRawBufferPointer, _ begin: Int) -> Int? {
        var (plek, diepte) = (begin, 0)
        while plek < tekst.count {
            switch tekst[plek] {
            case UInt8(ascii: "\""):
                guard let eind = tekenreeks(tekst, plek) else { return nil }
                plek = eind
                if diepte == 0 { return plek }
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): diepte += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                // The object around a number or word ends here.
                if diepte == 0 { return plek > begin ? plek : nil }
                diepte -= 1
                if diepte == 0 { return plek + 1 }
            case UInt8(ascii: ","): if diepte == 0 { return plek > begin ? plek : nil }
            default: break
            }
            plek += 1
        }
        return nil
    }

    /// Where the text ends whose first quote is here.
    private static func tekenreeks(_ tekst: UnsafeRawBufferPointer, _ begin: Int) -> Int? {
        var plek = begin + 1
        while plek < tekst.count {
            switch tekst[plek] {
            case UInt8(ascii: "\""): return plek + 1
            case UInt8(ascii: "\\"): plek += 2
            default: plek += 1
            }
        }
        return nil
    }
}
