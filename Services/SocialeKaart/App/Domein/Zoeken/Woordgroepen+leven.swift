// SPDX-License-Identifier: EUPL-1.2

extension Woordgroepen {
    /// Status, housing, money, language and work. One group a line: Dutch words | language and its words | # reason.
    static let leven = """
        statushouder, vergunninghouder, vluchteling, nieuwkomer, asielstatus | en refugee, refugees, status holder, newcomer, asylum | ar لاجئ, لاجئين, لاجئون, لجوء, طالب لجوء | ti ስደተኛ, ስደተኛታት, ስደት, ተመዝጋቢ ዑቕባ, ዑቕባ | tr mülteci, sığınmacı, göçmen | fa پناهنده, پناهندگان, پناهجو | uk біженець, біженці, біженка, біженців | # one and the same person in law, policy and daily speech
        azc, asielzoekerscentrum, asielzoekerscentra, asielzoeker | en asylum centre, reception centre | ar مركز اللجوء, كامب | ti ካምፕ, መዕቆቢ ስደተኛታት | tr sığınmacı merkezi, kamp | fa کمپ | uk табір
        nareis, nareiziger, nareizigers, gezinshereniging, gezinsleden, gezin overkomst | en family reunification, family reunion | ar لم الشمل, لم شمل | ti ስድራቤት ምጥርናፍ, ምትእኽኻብ ስድራቤት | tr aile birleşimi, aile birleştirme | fa پیوند خانواده, الحاق خانواده | uk возз'єднання сім'ї
        ex-amv, alleenstaande minderjarige vreemdeling, alleenstaande minderjarige vreemdelingen, alleenstaande minderjarige vluchtelingen, amv | en unaccompanied minor, unaccompanied minors | ar قاصر غير مصحوب | ti በይኑ ዝመጸ ህጻን | tr refakatsiz çocuk | fa کودک بدون همراه
        inburgering, inburgeren, inburgeringscursus, inburgeringsexamen, integratie | en integration, civic integration, integration course | ar اندماج, الاندماج | ti ውህደት, ምውህሃድ | tr entegrasyon, uyum | fa ادغام, اینبرخرینگ | uk інтеграція
        verblijfsvergunning, verblijfsstatus, ind, statushouder | en residence permit, permit | ar إقامة, تصريح إقامة | ti ፍቓድ መንበሪ | tr oturma izni, ikamet | fa اجازه اقامت | uk дозвіл на проживання
        gezinsmigrant, migrant, migranten, nieuwkomer | en migrant, immigrant | ar مهاجر, مهاجرين | tr göçmen | uk мігрант
        maatschappelijke begeleiding, wegwijs, vestiging | en guidance, settling in, orientation | ar مرافقة, إرشاد | ti ምድጋፍ, መርሓ | tr rehberlik, danışmanlık | fa راهنمایی | uk супровід

        wonen, woning, huis, huisvesting, woonruimte, woonplek, huurwoning, kamer | en housing, house, home, apartment, accommodation, room | ar سكن, السكن, بيت, منزل, مسكن, شقة | ti ገዛ, መንበሪ ገዛ, መንበሪ, ኣባይቲ | tr ev, konut, daire, barınma | fa خانه, مسکن, منزل | uk житло, квартира, будинок, оселя
        huur, huurachterstand, huren, woonlasten, huurcontract | en rent, rent arrears, tenancy | ar إيجار, الإيجار | ti ክራይ, ክራይ ገዛ | tr kira | fa اجاره, کرایه | uk оренда
        energie, energierekening, gas, stroom, elektriciteit, woonlasten, betalingsachterstand, betalingsachterstanden | en energy, energy bill, electricity, bills | ar كهرباء, فاتورة, غاز | ti ኤለክትሪክ, መብራህቲ | tr elektrik, fatura, enerji | fa برق, قبض | uk рахунок, електроенергія
        dakloos, thuisloos, zwerven, zwerfjongeren, zwerfjongere, maatschappelijke opvang, nachtopvang, daklozenopvang, zonder dak, geen huis, op straat | en homeless, homelessness, homeless shelter, night shelter | ar مشرد, مشردين, بلا مأوى, متشرد | ti ገዛ ዘይብሉ, ገዛ ዘይብሎም, መዕቆቢ | tr evsiz, evsizler | fa بی‌خانمان, بی خانمان | uk бездомний, безхатько, притулок
        opvang, noodopvang, crisisopvang, onderdak | en shelter, emergency shelter | ar مأوى, ملجأ | ti መዕቆቢ, መጽለሊ | tr barınak, sığınak | fa سرپناه, پناهگاه | uk притулок
        begeleid wonen, beschermd wonen, beschut wonen, woonbegeleiding, begeleide kamerbewoning | en supported housing, assisted living, sheltered housing | ar سكن محمي | tr korumalı konut

        schuld, schulden, geldprobleem, geldproblemen, betalingsachterstand, schuldhulp, schuldhulpverlening, schulddienstverlening, schuldsanering, rood staan, deurwaarder, incasso | en debt, debts, debt relief, money problems, bailiff | ar دين, ديون, الديون | ti ዕዳ, ዕዳታት | tr borç, borçlar, borcum, icra | fa بدهی, بدهکاری, قرض | uk борг, борги, заборгованість
        geld, financiën, financieel, inkomen, geldzaken, administratie, budget | en money, finances, income, financial | ar مال, فلوس, دخل, مالي, مالية | ti ገንዘብ, እቶት | tr para, gelir, mali | fa پول, درآمد, مالی | uk гроші, дохід, фінанси
        uitkering, bijstand, bijstandsuitkering, participatiewet, sociale dienst, werk en inkomen | en benefit, benefits, welfare, social benefits, social assistance | ar إعانة, معونة, مساعدة مالية, ضمان اجتماعي | ti ማሕበራዊ ሓገዝ, ናይ ገንዘብ ሓገዝ | tr sosyal yardım, işsizlik parası, ödenek | fa کمک هزینه, حقوق بیکاری | uk соціальна допомога, виплати
        bijzondere bijstand, minimavoorziening, minimavoorzieningen, minimaregeling, individuele inkomenstoeslag | en special assistance, hardship fund | tr özel yardım
        toeslag, toeslagen, zorgtoeslag, huurtoeslag, kinderbijslag, kindgebonden budget | en allowance, allowances, child benefit, rent allowance | ar علاوة, بدل | ti ድጎማ | tr yardım parası, ödenek, kira yardımı | fa یارانه | uk надбавка
        armoede, arm, minima, weinig geld, laag inkomen, rondkomen, voedselbank, kledingbank | en poverty, poor, low income, food bank | ar فقر, فقير | ti ድኽነት, ድኻ | tr yoksulluk, fakir, yoksul | fa فقر, فقیر | uk бідність, бідний

        taal, nederlands, taalles, taalcursus, taalschool, laaggeletterdheid, laaggeletterd, lezen en schrijven, taalhuis, taalmaatje, inburgering | en dutch, dutch language, language, language course, language lessons, literacy, dutch lessons | ar لغة, اللغة, اللغة الهولندية, هولندي, هولندية, دورة لغة | ti ቋንቋ, ቋንቋ ሆላንድ, ሆላንድኛ, ደችኛ | tr dil, dil kursu, hollandaca, felemenkçe | fa زبان, زبان هلندی, هلندی | uk мова, нідерландська, нідерландська мова, курси мови
        leren, cursus, les, lessen, scholing, opleiding, studeren | en learn, learning, course, lesson, lessons, class, study, training, education | ar تعلم, تعليم, دورة, دراسة | ti ምምሃር, ትምህርቲ, ስልጠና | tr öğrenmek, öğrenme, kurs, eğitim, ders | fa یادگیری, آموزش, درس, کلاس | uk навчання, вчити, курс, курси
        tolk, vertalen, vertaler | en interpreter, translation, translator | ar مترجم, ترجمة | ti ተርጓሚ, ትርጉም | tr tercüman, çevirmen | fa مترجم, ترجمه | uk перекладач

        werk, baan, betaald werk, werkzoekend, werkzoekende, solliciteren, arbeidsmarkt, re-integratie, vacature, baan vinden, werk vinden | en work, job, jobs, employment, find work, job search, vacancy | ar عمل, وظيفة, شغل, توظيف | ti ስራሕ, ምርካብ ስራሕ | tr iş, çalışma, istihdam | fa کار, شغل, استخدام, کاریابی | uk робота, праця, працевлаштування
        werkloos, werkeloos, ontslagen, geen werk | en unemployed, unemployment, jobless | ar عاطل, بطالة | ti ስራሕ ኣልቦ | tr işsiz, işsizlik | fa بیکار, بیکاری | uk безробітний
        omscholing, bijscholing, leven lang leren, leren en werken, vaardigheden, beroepsopleiding | en retraining, vocational training, skills | ar تدريب مهني, تأهيل | ti ሞያዊ ስልጠና | tr meslek eğitimi, beceri | fa آموزش حرفه | uk перекваліфікація
        dagbesteding, dagactiviteiten, daginvulling | en day activities, day care adults | ar أنشطة نهارية | tr gündüz etkinlikleri
        """
}
