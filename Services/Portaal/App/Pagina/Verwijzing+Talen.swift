// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein

/// The names of the fields of a package in the languages that people read, so that somebody can look along at what leaves.
/// Drafts of ours: no native speaker has approved them yet, and the page says so.
extension VerwijzingPagina {
    private struct Taalblad {
        let naam: String
        let taal: String
        let richting: String
        let kop: String
        let velden: [String: String]
    }

    private static let taalbladen: [Taalblad] = [
        Taalblad(
            naam: "English", taal: "en", richting: "ltr", kop: "This is what the organisation gets",
            velden: [
                "hulpvraagcode": "Help with", "urgentie": "Urgent", "taalcode": "Language", "tolkNodig": "Interpreter needed",
                "leeftijdsgroep": "Age group", "geboortejaar": "Year of birth", "postcode4": "Postal code (numbers only)",
                "contactpersoonVerwijzer": "Contact person here", "grondslag": "Legal ground",
                "instemmingDatum": "You agreed on", "voornaam": "First name", "achternaam": "Last name",
                "contactweg": "Telephone", "voorkeurstaal": "Language you read", "bereikbaarheid": "When you can be reached",
                "toelichting": "Explanation", "geboortedatum": "Date of birth", "gezinssamenstelling": "Family",
                "geslacht": "Gender", "toegankelijkheid": "What you need to be able to come",
            ]),
        Taalblad(
            naam: "العربية", taal: "ar", richting: "rtl", kop: "هذا ما تحصل عليه المنظمة",
            velden: [
                "hulpvraagcode": "المساعدة في", "urgentie": "عاجل", "taalcode": "اللغة", "tolkNodig": "الحاجة إلى مترجم",
                "leeftijdsgroep": "الفئة العمرية", "geboortejaar": "سنة الميلاد", "postcode4": "الرمز البريدي (الأرقام فقط)",
                "contactpersoonVerwijzer": "الشخص المسؤول لدينا", "grondslag": "الأساس القانوني",
                "instemmingDatum": "تاريخ موافقتك", "voornaam": "الاسم الأول", "achternaam": "اسم العائلة",
                "contactweg": "الهاتف", "voorkeurstaal": "لغة القراءة", "bereikbaarheid": "متى يمكن الاتصال بك",
                "toelichting": "توضيح", "geboortedatum": "تاريخ الميلاد", "gezinssamenstelling": "الأسرة", "geslacht": "الجنس",
                "toegankelijkheid": "ما تحتاجه لتتمكن من الحضور",
            ]),
        Taalblad(
            naam: "ትግርኛ", taal: "ti", richting: "ltr", kop: "እቲ ትካል ዝረኽቦ እዚ እዩ",
            velden: [
                "hulpvraagcode": "ሓገዝ ን", "urgentie": "ህጹጽ", "taalcode": "ቋንቋ", "tolkNodig": "ኣስተርጓሚ የድሊ",
                "leeftijdsgroep": "ጉጅለ ዕድመ", "geboortejaar": "ዓመተ ልደት", "postcode4": "ፖስታ ኮድ (ቁጽሪ ጥራይ)",
                "contactpersoonVerwijzer": "ኣብዚ ዝርከብ ሰብ", "grondslag": "ሕጋዊ መሰረት", "instemmingDatum": "ዝተሰማማዕካሉ ዕለት",
                "voornaam": "ስም", "achternaam": "ስም ኣቦ", "contactweg": "ተሌፎን", "voorkeurstaal": "እተንብቦ ቋንቋ",
                "bereikbaarheid": "መዓስ ክትርከብ ትኽእል", "toelichting": "መብርሂ", "geboortedatum": "ዕለተ ልደት",
                "gezinssamenstelling": "ስድራቤት", "geslacht": "ጾታ", "toegankelijkheid": "ንኽትመጽእ ዘድልየካ",
            ]),
        Taalblad(
            naam: "Türkçe", taal: "tr", richting: "ltr", kop: "Kuruluşa verilen bilgiler",
            velden: [
                "hulpvraagcode": "Yardım konusu", "urgentie": "Acil", "taalcode": "Dil", "tolkNodig": "Tercüman gerekli",
                "leeftijdsgroep": "Yaş grubu", "geboortejaar": "Doğum yılı", "postcode4": "Posta kodu (yalnızca rakamlar)",
                "contactpersoonVerwijzer": "Buradaki ilgili kişi", "grondslag": "Hukuki dayanak",
                "instemmingDatum": "Onay verdiğiniz tarih", "voornaam": "Ad", "achternaam": "Soyadı", "contactweg": "Telefon",
                "voorkeurstaal": "Okuduğunuz dil", "bereikbaarheid": "Size ne zaman ulaşılabilir", "toelichting": "Açıklama",
                "geboortedatum": "Doğum tarihi", "gezinssamenstelling": "Aile", "geslacht": "Cinsiyet",
                "toegankelijkheid": "Gelebilmek için neye ihtiyacınız var",
            ]),
        Taalblad(
            naam: "فارسی", taal: "fa", richting: "rtl", kop: "این اطلاعات به سازمان داده می‌شود",
            velden: [
                "hulpvraagcode": "کمک در زمینه", "urgentie": "فوری", "taalcode": "زبان", "tolkNodig": "نیاز به مترجم",
                "leeftijdsgroep": "گروه سنی", "geboortejaar": "سال تولد", "postcode4": "کد پستی (فقط اعداد)",
                "contactpersoonVerwijzer": "شخص رابط نزد ما", "grondslag": "مبنای قانونی", "instemmingDatum": "تاریخ موافقت شما",
                "voornaam": "نام", "achternaam": "نام خانوادگی", "contactweg": "تلفن", "voorkeurstaal": "زبانی که می‌خوانید",
                "bereikbaarheid": "چه زمانی در دسترس هستید", "toelichting": "توضیح", "geboortedatum": "تاریخ تولد",
                "gezinssamenstelling": "خانواده", "geslacht": "جنسیت", "toegankelijkheid": "برای آمدن به چه چیزی نیاز دارید",
            ]),
    ]

    /// The package with names in the language of the person; English when that language is not here, nil for Dutch.
    static func vertaald(_ pakket: [String: String], straks: [String]) -> Vertaald? {
        let gevraagd = pakket["voorkeurstaal"] ?? pakket["taalcode"]
        guard !pakket.isEmpty, gevraagd != "nl" else { return nil }
        // Dari is written and read as Persian.
        let code = gevraagd == "prs" ? "fa" : gevraagd
        guard let blad = taalbladen.first(where: { $0.taal == code }) ?? taalbladen.first else { return nil }
        let velden = pakket.filter { $0.key != "verwijzingId" && $0.key != "voorzieningId" }
            .sorted { plek($0.key) < plek($1.key) }
        let nu = velden.map { Gegevens.Regel(blad.velden[$0.key] ?? veldnaam($0.key), waarde($0.value, van: $0.key)) }
        let later = straks.map { Gegevens.Regel(blad.velden[$0] ?? veldnaam($0), "…") }
        return Vertaald(naam: blad.naam, taal: blad.taal, richting: blad.richting, kop: blad.kop, regels: nu + later)
    }

    /// The languages in which every field has a name.
    static var talen: [String: Set<String>] {
        Dictionary(uniqueKeysWithValues: taalbladen.map { ($0.taal, Set($0.velden.keys)) })
    }
}
