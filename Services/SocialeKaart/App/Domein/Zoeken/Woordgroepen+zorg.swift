// SPDX-License-Identifier: EUPL-1.2

extension Woordgroepen {
    /// Health, care, family and safety. One group a line: Dutch words | language and its words | # reason.
    static let zorgEnGezin = """
        gezondheid, gezond, zorg | en health, healthcare, care | ar صحة, صحي, رعاية صحية | ti ጥዕና, ሕክምና | tr sağlık, bakım | fa سلامت, بهداشت, درمان | uk здоров'я, медицина
        huisarts, dokter, arts | en doctor, general practitioner, gp | ar طبيب, دكتور | ti ሓኪም, ዶክተር | tr doktor, aile hekimi | fa دکتر, پزشک | uk лікар
        ggz, psychisch, psychische, psychiatrie, psychiatrisch, psycholoog, geestelijke gezondheidszorg, geestelijk, depressie, somber, angst, trauma, stress | en mental health, psychologist, psychiatrist, depression, trauma, anxiety | ar صحة نفسية, نفسي, نفسية, طبيب نفسي, اكتئاب | ti ስነ ኣእምሮ, ኣእምሮኣዊ ጥዕና, ጭንቀት | tr ruh sağlığı, psikolog, psikiyatri, depresyon | fa سلامت روان, روانشناس, افسردگی | uk психічне здоров'я, психолог, депресія
        verward, verward gedrag, in de war, psychose, crisis | en confused, psychosis, crisis | ar مشوش | tr kafası karışık | uk криза
        verslaving, verslavingszorg, drugs, alcohol, drank, gokken, gokverslaving, wiet, blowen, drinken | en addiction, addicted, drugs, alcohol, gambling | ar إدمان, الإدمان, مدمن, مخدرات, كحول | ti ወልፊ, መስተ, ሓሽሽ | tr bağımlılık, bağımlı, uyuşturucu, alkol, kumar | fa اعتیاد, معتاد, مواد مخدر, الکل | uk залежність, наркотики, алкоголь
        overgewicht, gewicht, te zwaar, te dik, dik, afvallen, afslanken, dieet, gezond eten, leefstijl, obesitas | en overweight, obesity, lose weight, diet, lifestyle | ar وزن زائد, سمنة, حمية | ti ሚዛን, ልዕሊ ሚዛን | tr kilo, obezite, diyet, zayıflamak | fa اضافه وزن, چاقی, لاغری | uk вага, ожиріння
        bewegen, sport, sporten, sportvereniging, sportclub, fitness, voetbal, zwemmen, beweegactiviteiten | en sport, sports, exercise, fitness, football, swimming, gym | ar رياضة, الرياضة, كرة القدم, سباحة | ti ስፖርት, ምውስዋስ ኣካላት, ኩዕሶ | tr spor, futbol, yüzme, egzersiz | fa ورزش, فوتبال, شنا | uk спорт, футбол, плавання
        zwanger, zwangerschap, geboorte, baby, bevalling, verloskundige, kraamzorg, eerste duizend dagen | en pregnant, pregnancy, birth, baby, midwife | ar حامل, حمل, ولادة, رضيع | ti ጥንስቲ, ጥንሲ, ሕርሲ | tr hamile, hamilelik, doğum, bebek | fa باردار, حاملگی, زایمان, نوزاد | uk вагітна, вагітність, немовля
        verpleegkundige, jeugdverpleegkundige, consultatiebureau, jeugdgezondheidszorg, jgz, wijkverpleging, ggd | en nurse, child health clinic | ar ممرضة, ممرض | ti ነርስ | tr hemşire | fa پرستار | uk медсестра
        beperking, handicap, gehandicapt, invalide, lichamelijke beperking, verstandelijke beperking | en disability, disabled, handicap, wheelchair user | ar إعاقة, معاق, ذوي الإعاقة | ti ስንክልና, ስንኩል | tr engelli, engellilik, özürlü | fa معلول, معلولیت, ناتوانی | uk інвалідність, інвалід
        hulpmiddel, hulpmiddelen, rolstoel, scootmobiel, rollator, traplift | en wheelchair, mobility aid, aids, rollator, walker | ar كرسي متحرك | ti ዊልቸር, መንበር ስንኩላን | tr tekerlekli sandalye | fa ویلچر | uk інвалідний візок
        wmo, wet maatschappelijke ondersteuning, wmo-voorziening, ondersteuningsarrangement | en social support act
        huishoudelijke hulp, hulp bij het huishouden, huishouden, huishouding, schoonmaken, poetsen, thuiszorg | en household help, cleaning, home care | ar تنظيف, مساعدة منزلية | ti ናይ ገዛ ሓገዝ, ጽርየት | tr ev temizliği, ev yardımı | fa نظافت | uk прибирання
        pgb, persoonsgebonden budget, zorg inkopen, hulp inkopen, zelf inkopen | en personal budget | tr kişisel bütçe
        mantelzorg, mantelzorger, mantelzorgers, zorgen voor familie, respijtzorg, respijt | en carer, caregiver, informal care, family carer, respite care | ar مقدم الرعاية, رعاية الأسرة | ti ኣላይ | tr bakıcı, aile bakımı | fa مراقب | uk догляд
        logeren, logeeropvang, logeerbed, logeerbedden, kortdurend verblijf, logeerhuis, respijtzorg | en respite stay, short stay
        persoonlijke verzorging, verzorging, wassen en aankleden, verpleging | en personal care, nursing | ar رعاية شخصية | tr kişisel bakım

        kind, kinderen, jeugd, jeugdige, jeugdigen | en child, children, kid, kids | ar طفل, أطفال, الأطفال | ti ቆልዓ, ህጻን, ህጻናት, ቆልዑ | tr çocuk, çocuklar | fa کودک, بچه, کودکان | uk дитина, діти, дітям
        jongeren, jongere, jeugd, jongvolwassenen, tiener, tieners, puber, pubers | en youth, young people, teenager, teenagers, adolescent | ar شباب, الشباب, مراهق | ti መንእሰይ, መንእሰያት | tr gençlik, gençler, genç | fa جوان, جوانان, نوجوان | uk молодь, підліток
        jongerenwerk, jongerenwerker, jongerenwerkers, jeugdwerk, jongerencentrum | en youth work, youth worker, youth centre | tr gençlik çalışması
        jeugdhulp, jeugdzorg, jeugdhulpverlening, jeugd en gezin | en youth care, child care services, youth help, youth services | ar رعاية الشباب, رعاية الأطفال, رعاية الطفل | ti ክንክን መንእሰያት, ሓገዝ መንእሰያት | tr gençlik yardımı, çocuk yardımı, gençlik bakımı | fa مراقبت از کودکان
        opvoeden, opvoeding, opvoedvragen, opvoedingsondersteuning, opvoedondersteuning, opgroeien, opgroeivragen, ouderschap | en parenting, upbringing, raising children | ar تربية, تربية الأطفال | ti ምዕባይ ቆልዑ, ኣተዓባብያ | tr çocuk yetiştirme, ebeveynlik, terbiye | fa تربیت, فرزندپروری | uk виховання
        ouder, ouders, vader, moeder, opvoeder, opvoeders | en parent, parents, father, mother | ar والدين, أب, أم, أهل | ti ወለዲ, ኣቦ, ኣደ | tr ebeveyn, anne, baba | fa والدین, پدر, مادر | uk батьки, мати, батько
        gezin, gezinnen, gezinsleden, familie, gezinshulp, gezinsbegeleiding | en family, families | ar أسرة, عائلة, الأسرة | ti ስድራ, ስድራቤት | tr aile, aileler | fa خانواده | uk сім'я, родина
        alleenstaande ouder, alleenstaande ouders, alleenstaande moeder, alleenstaande vader, eenoudergezin, gescheiden | en single parent, single mother, lone parent | ar أم عزباء, أم وحيدة | ti በይና እተዕቢ ኣደ | tr bekar anne, tek ebeveyn | fa مادر تنها | uk одинока мати
        tienermoeder, tienermoeders, jonge moeder | en teenage mother, teen mum | tr genç anne
        pleegzorg, pleeggezin, pleeggezinnen, pleegouder, pleegkind, gezinshuis, gezinshuizen, uithuisplaatsing | en foster care, foster family, foster parents | ar أسرة حاضنة, رعاية بديلة | ti ኣላዪ ስድራ | tr koruyucu aile | fa خانواده جایگزین | uk прийомна сім'я
        peuter, peuters, kleuter, kleuters, voorschool, voorscholen, peuterspeelzaal, voorschoolse, kinderopvang, creche, vve, jonge kinderen | en preschool, toddler, kindergarten, nursery, daycare, childcare | ar حضانة, روضة, روضة أطفال | ti መዋእለ ህጻናት, መውዓሊ ህጻናት | tr anaokulu, kreş | fa مهدکودک, مهد کودک | uk дитячий садок, садок

        huiselijk geweld, mishandeling, mishandeld, partnergeweld, geweld in huis, slaan, geslagen, kindermishandeling, geweld, veilig thuis, vrouwenopvang | en domestic violence, abuse, domestic abuse, violence, partner violence, abused | ar عنف منزلي, العنف المنزلي, عنف أسري, عنف, ضرب | ti ዓመጽ, ናይ ገዛ ዓመጽ, ዘቤታዊ ዓመጽ, መውቃዕቲ | tr aile içi şiddet, ev içi şiddet, şiddet, dayak | fa خشونت خانگی, خشونت, کتک | uk домашнє насильство, насильство, побиття
        kindermishandeling, kind geslagen, verwaarlozing, misbruik | en child abuse, child neglect, child maltreatment | ar إساءة معاملة الأطفال, عنف ضد الأطفال | ti ዓመጽ ህጻናት | tr çocuk istismarı | fa کودک آزاری | uk жорстоке поводження з дітьми
        vrouwenopvang, blijf van mijn lijf, blijf-van-mijn-lijf-huis, blijfhuis, vrouwenhuis, oranje huis | en women's shelter, women's refuge, womens shelter, refuge for women | ar ملجأ نساء, ملجأ للنساء, مأوى النساء | ti መዕቆቢ ደቂ ኣንስትዮ | tr kadın sığınma evi, kadın sığınağı | fa خانه امن, پناهگاه زنان | uk притулок для жінок
        mensenhandel, uitbuiting, arbeidsuitbuiting, prostitutie, gedwongen prostitutie, loverboy, slachtoffer mensenhandel | en human trafficking, trafficking, exploitation, forced labour, prostitution | ar اتجار بالبشر, الاتجار بالبشر, استغلال | ti ንግዲ ሰብ, ምዝመዛ | tr insan ticareti, sömürü | fa قاچاق انسان | uk торгівля людьми
        seksueel geweld, verkrachting, aanranding, seksueel misbruik | en sexual violence, rape, sexual abuse | ar عنف جنسي, اغتصاب | ti ጾታዊ ዓመጽ | tr cinsel şiddet, tecavüz | fa تجاوز | uk сексуальне насильство
        detentie, gevangenis, ex-gedetineerde, ex-gedetineerden, vrijgekomen, gevangen, celstraf, nazorg na detentie | en prison, jail, detention, released, ex-prisoner, prison release | ar سجن, السجن, سجين | ti ቤት ማእሰርቲ, እሱር | tr cezaevi, hapishane, hapis | fa زندان, زندانی | uk в'язниця, тюрма
        reclassering, crimineel, criminaliteit, overlast, delict, delicten, dader, plegers | en probation, crime, nuisance, offender | ar جريمة | tr suç, denetimli serbestlik | fa جرم | uk злочин
        radicalisering, extremisme, jihad | en radicalisation, radicalization, extremism | ar تطرف | tr radikalleşme
        veiligheid, veilig, onveilig | en safety, safe, unsafe | ar أمان, سلامة | ti ድሕነት, ውሕስነት | tr güvenlik | fa امنیت | uk безпека
        """
}
