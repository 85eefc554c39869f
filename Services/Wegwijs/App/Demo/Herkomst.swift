// SPDX-License-Identifier: EUPL-1.2
import Domein

/// A group of people in the synthetic city who share languages and a way of naming. Invented persons: the names are
/// common given names, put together by chance.
struct Herkomst: Sendable {
    enum Naamgeving: Sendable {
        /// Given names and a family name.
        case familienaam
        /// Own name, father's, grandfather's: nobody in a family shares a family name.
        case vadersnaam
    }

    var spreektaal: String
    var leestaal: String
    var naamgeving: Naamgeving
    /// Out of a hundred people.
    var aandeel: Int
    var vrouwen: [String]
    var mannen: [String]
    var familienamen: [String]

    static let alle: [Herkomst] = [
        Herkomst(
            spreektaal: "ar", leestaal: "ar", naamgeving: .familienaam, aandeel: 46,
            vrouwen: ["Rasha", "Hanan", "Nour", "Lama", "Rima", "Salma", "Yasmin", "Dalal", "Amina", "Huda", "Maysoun", "Layal"],
            mannen: [
                "Ahmad", "Khaled", "Omar", "Yousef", "Bassel", "Tareq", "Mahmoud", "Nabil", "Ziad", "Fadi", "Samir", "Walid",
            ],
            familienamen: [
                "Al-Hassan", "Haddad", "Al-Masri", "Khoury", "Darwish", "Al-Khatib", "Sabbagh", "Najjar", "El-Amin", "Qassem",
            ]),
        Herkomst(
            spreektaal: "ti", leestaal: "ti", naamgeving: .vadersnaam, aandeel: 18,
            vrouwen: ["Selam", "Helen", "Feven", "Winta", "Rahwa", "Semhar", "Luwam", "Bisrat", "Yordanos"],
            mannen: ["Yonas", "Filmon", "Dawit", "Mehari", "Tesfay", "Berhane", "Kibrom", "Amanuel", "Habtom", "Merhawi"],
            familienamen: []),
        Herkomst(
            spreektaal: "tr", leestaal: "tr", naamgeving: .familienaam, aandeel: 12,
            vrouwen: ["Ayşe", "Elif", "Zeynep", "İpek", "Gülşen", "Şule", "Özlem"],
            mannen: ["Mehmet", "İbrahim", "Çetin", "Ümit", "Yiğit", "Işık", "Okan"],
            familienamen: ["Yıldız", "Öztürk", "Çelik", "Şahin", "Kılıç", "Aydın"]),
        Herkomst(
            spreektaal: "prs", leestaal: "fa", naamgeving: .familienaam, aandeel: 9,
            vrouwen: ["Fereshta", "Mursal", "Zahra", "Parwana", "Shukria"],
            mannen: ["Najib", "Farid", "Mirwais", "Hamid", "Jawad"],
            familienamen: ["Rahimi", "Sultani", "Noori", "Amiri", "Haidari"]),
        Herkomst(
            spreektaal: "fa", leestaal: "fa", naamgeving: .familienaam, aandeel: 6,
            vrouwen: ["Shirin", "Laleh", "Nasrin", "Parisa"],
            mannen: ["Reza", "Kamran", "Babak", "Siavash"],
            familienamen: ["Moradi", "Karimi", "Jafari", "Rostami"]),
        Herkomst(
            spreektaal: "so", leestaal: "so", naamgeving: .vadersnaam, aandeel: 6,
            vrouwen: ["Hodan", "Fadumo", "Ifrah", "Sagal"],
            mannen: ["Abdi", "Liban", "Warsame", "Guled", "Farah"],
            familienamen: []),
        Herkomst(
            spreektaal: "kmr", leestaal: "kmr", naamgeving: .familienaam, aandeel: 3,
            vrouwen: ["Berîvan", "Rojîn", "Zîlan"], mannen: ["Azad", "Serhat", "Rêbwar"],
            familienamen: ["Demir", "Baran", "Sincar"]),
    ]

    static func kies(_ chance: inout SeededChance) -> Herkomst {
        var left = Int.random(in: 0..<alle.reduce(0) { $0 + $1.aandeel }, using: &chance)
        for herkomst in alle {
            if left < herkomst.aandeel { return herkomst }
            left -= herkomst.aandeel
        }
        return alle[0]
    }
}
