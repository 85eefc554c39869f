// SPDX-License-Identifier: EUPL-1.2

extension Woordgroepen {
    /// Network, school, culture, rights and transport. One group a line: Dutch words | language and its words | # reason.
    static let meedoen = """
        eenzaam, eenzaamheid, alleen, sociaal contact, ontmoeting, ontmoeten, gezelligheid, vrienden, vrienden maken, huiskamer | en lonely, loneliness, friends, make friends, social contact | ar وحدة, الوحدة, أصدقاء | ti ጽምዋ, በይንነት, ኣዕሩኽ | tr yalnızlık, yalnız, arkadaş | fa تنهایی, دوست, دوستان | uk самотність, друзі
        maatje, maatjes, maatjesproject, maatjesprojecten, buddy, taalmaatje | en buddy, buddy project, mentor | ar صديق مرافق, مرافق | ti መሓዛ, ዓርኪ | tr kanka, arkadaş projesi | fa همراه | uk наставник
        vrijwilliger, vrijwilligers, vrijwilligerswerk | en volunteer, volunteers, volunteering, voluntary work | ar متطوع, تطوع, متطوعين | ti ወለንተኛ, ወለንታዊ ስራሕ | tr gönüllü, gönüllülük | fa داوطلب | uk волонтер, волонтерство
        buurthuis, buurthuizen, wijkcentrum, buurtcentrum, inloop, ontmoetingsplek, ontmoetingsplaats, dorpshuis, vindplaatsen | en community centre, community center, neighbourhood centre, drop-in | ar مركز الحي, مركز اجتماعي | ti ማእከል ማሕበረሰብ | tr mahalle evi, toplum merkezi | fa مرکز محله | uk громадський центр
        ouderen, oudere, senioren, bejaarden, 65-plus, ouder worden | en elderly, seniors, older people, old age | ar كبار السن, مسنين, مسن | ti ሽማግለታት, ኣረጋውያን | tr yaşlı, yaşlılar | fa سالمند, سالمندان | uk літні люди, пенсіонери
        lhbti, regenboog, homo, lesbisch, transgender, biseksueel, seksuele voorkeur, genderidentiteit | en lgbt, lgbtq, lgbti, gay, lesbian, transgender | ar مثلي, مثليين | tr lgbt, eşcinsel | fa همجنسگرا | uk лгбт
        inclusie, discriminatie, gelijke behandeling, vn-verdrag, racisme | en inclusion, discrimination, racism, equal treatment | ar تمييز, عنصرية | ti ኣድልዎ | tr ayrımcılık, ırkçılık | fa تبعیض | uk дискримінація
        ervaringsdeskundige, ervaringsdeskundigen, lotgenoten, lotgenotencontact | en peer support, experience expert, fellow sufferers

        school, onderwijs, basisschool, leerlingen, leerling, middelbare school, mbo | en school, education, primary school, pupil, pupils, student | ar مدرسة, المدرسة, طالب | ti ቤት ትምህርቲ, ተመሃራይ, ትምህርቲ | tr okul, öğrenci | fa مدرسه, دانش آموز | uk школа, учень
        schoolverlater, voortijdig schoolverlaten, schooluitval, gestopt met school, stoppen met school, spijbelen, verzuim, niet naar school, thuiszitter | en dropout, school dropout, truancy, drop out | ar ترك المدرسة, تسرب | ti ትምህርቲ ምቁራጽ | tr okulu bırakma, okuldan ayrılma | fa ترک تحصیل
        passend onderwijs, speciaal onderwijs, extra hulp op school, leerproblemen, gedragsproblemen | en special education, special needs | ar تعليم خاص | tr özel eğitim
        bijles, huiswerk, huiswerkbegeleiding, huiswerkhulp | en tutoring, homework, homework help | ar دروس خصوصية, واجبات | ti ዕዮ ገዛ, ተወሳኺ ትምህርቲ | tr özel ders, ödev | fa تکالیف, درس خصوصی | uk репетитор, домашнє завдання
        bibliotheek, boek, boeken, bieb, lezen, voorlezen, boeken lenen | en library, book, books, reading | ar مكتبة, المكتبة, كتاب, كتب | ti ቤተ መጻሕፍቲ, ቤተ-መጻሕፍቲ, መጽሓፍ | tr kütüphane, kitap | fa کتابخانه, کتاب | uk бібліотека, книга, книги
        cultuur, kunst, muziek, muziekles, theater, dans, zingen, orkest, schilderen, kunst en cultuur | en culture, art, music, theatre, dance, music lessons | ar ثقافة, فن, موسيقى | ti ባህሊ, ስነጥበብ, ሙዚቃ | tr kültür, sanat, müzik, tiyatro | fa فرهنگ, هنر, موسیقی | uk культура, музика, мистецтво
        meedoen, participatie, activiteiten, activiteit, hobby | en participation, activities, hobby | ar أنشطة, مشاركة | ti ንጥፈታት | tr etkinlik, katılım | fa فعالیت | uk дозвілля

        wijkteam, wijkteams, sociaal wijkteam, buurtteam, lokaal team, loket, ondersteuning, maatschappelijk werk | en neighbourhood team, social work, social worker, district team | ar فريق الحي, عامل اجتماعي, أخصائي اجتماعي | ti ማሕበራዊ ሰራሕተኛ | tr mahalle ekibi, sosyal hizmet | fa مددکار, مددکار اجتماعی | uk соціальний працівник
        cliëntondersteuning, cliëntondersteuner, onafhankelijke cliëntondersteuning, hulp bij gesprek, keukentafelgesprek, gesprek voorbereiden | en client support, independent client support, advocate | tr müşteri desteği
        rechten, juridisch, recht, advocaat, rechtsbijstand, rechtshulp, klacht, bezwaar | en legal, rights, lawyer, legal aid, complaint | ar حقوق, محامي, قانوني, شكوى | ti መሰል, ጠበቓ | tr hukuk, avukat, haklar, şikayet | fa وکیل, حقوق قانونی, شکایت | uk адвокат, права, скарга
        gemeente, gemeentehuis, stadhuis | en municipality, city hall, town hall, council | ar بلدية, البلدية | ti ምምሕዳር ከተማ | tr belediye | fa شهرداری | uk муніципалітет, мерія
        meerdere problemen, multiproblematiek, gestapelde problemen, ingewikkelde problemen, vastgelopen, casusregie | en complex problems, multiple problems

        vervoer, taxi, deeltaxi, regiotaxi, belbus, ov, openbaar vervoer, vervoersvoorziening | en transport, taxi, transportation, bus | ar نقل, مواصلات, تاكسي | ti መጓዓዝያ, ትራንስፖርት, ታክሲ | tr ulaşım, taksi, taşıma | fa حمل و نقل, تاکسی | uk транспорт, таксі
        leerlingenvervoer, schoolbus, schoolvervoer, vervoer naar school, schooltaxi | en school transport, school bus, pupil transport | ar نقل المدرسة, حافلة المدرسة | ti ናይ ቤት ትምህርቲ ኣውቶቡስ | tr okul servisi, okul taşımacılığı | fa سرویس مدرسه | uk шкільний автобус
        """
}
