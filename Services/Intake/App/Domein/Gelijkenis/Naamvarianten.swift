// SPDX-License-Identifier: EUPL-1.2
import Domein

/// Names that are written in very different ways, and names that look alike and are not the same: what sounds cannot tell.
/// Between two semicolons stand the spellings of one name; what a semicolon parts are two names.
///
/// Made from what is generally known of Arabic, Persian, Turkish, Kurdish, Somali, Tigrinya and Amharic names; no list of
/// people was used. A spelling that is not here is compared by its sounds.
enum Naamvarianten {
    private static let tabel = """
        mohammed muhammad mohamed mohammad mohamad muhamad muhammed mehmet mehmed maxamed mahamed mahammed mohd md
        muhamed moehammed mohammet mohemmed mihemed magomed mahomed mamadou muxamed mohammod محمد መሓመድ መሐመድ; mahmoud
        mahmud mahmood mehmud mahmut maxamuud mohamoud mahamud maxmuud mehmood mahmoed mohamud محمود; ahmed ahmad
        achmed achmad axmed ahmet ehmed akhmed ahmaed ehmad ahmd احمد أحمد ኣሕመድ አሕመድ; hamid hamed hameed xaamid hamiid
        hamit حميد حامد; hamad hamd حمد; hamdi xamdi hamdy حمدي; hamza xamza hamze hamzah hemze hamzeh حمزة; ali aly
        cali alie علی علي ዓሊ; alia aliya alya aaliyah caaliya علیا; ala alaa alae علاء; hassan hasan xasan hassen
        hasen hesen حسن ሓሰን; hussein hussain hossein hosein husein huseyin husayn hoessein xuseen hosain hussien
        housein husen hussen hisen hosseyn حسین حسين ሁሴን; hassanein hasanein; hosni husni husny حسني; yusuf youssef
        yousef yousif yusef joessoef yoesoef jusuf joesoef yosuf yosef yusif yuusuf jousef jusef yousof yousuf usif
        یوسف يوسف ዮሴፍ; ibrahim ebrahim brahim ibraahim ibrahem abrahim ibrahiem ibraheem برهيم ابراهيم إبراهيم;
        abraham avraham abreham abrham ኣብርሃም አብርሃም; ismail ismael esmail esmaeil ismaciil ismaaciil smail ismayil
        ismaiel إسماعيل اسماعیل اسماعيل; musa moussa mousa muse moesa muuse mosa موسى موسی ሙሳ; isa issa eissa essa
        ciise eisa iissa عيسى عیسی; mustafa mostafa moustafa moestafa mustapha mustafe mostapha مصطفى مصطفی; omar umar
        omer umer cumar oumar oemar omaar عمر ዑመር; amer aamer عامر; amir ameer emir amiir أمير امیر; ammar amaar عمار;
        amar عمرو; othman osman usman uthman cismaan cusmaan ousmane osmaan othmane عثمان ዑስማን; khalid khaled chalid
        halid khalled xaalid haled khaalid chaled kaled kalid halit خالد ኻሊድ; khalil khaleel halil chalil xaliil kalil
        خليل; karim kareem kerim karem kariem کریم كريم; karam كرم; jamal gamal djamal cemal djamel jamaal dzjamal
        gemal djemal jemal jamel جمال ጀማል; kamal kemal kamaal kamel كمال کمال; jamil gamil jameel djamil cemil jamiil
        dzjamil جميل; jalal galal djalal celal jalaal jelal جلال; rashid rasheed rachid rashed raschid rasjid resit
        raashid رشيد راشد; rashad rachad rasjad reshad رشاد; salim saleem selim saliim seliem سليم; salem saalem سالم;
        salam selam salaam سلام ሰላም; salman selman salmaan سلمان; suleiman sulayman suleyman soliman soleiman sulaiman
        soulaiman saleban saleebaan suliman suleman sleiman sleman سليمان سلیمان ሱሌማን; salah صلاح; saleh salih saalih
        salax صالح ሳልሕ; said saeed sayid saied siciid saiid saed sait سعيد سعید ሰዒድ; saad sad sacad سعد; sayed seyed
        sayyed sayyid seyyed sajjid سيد سید; saif sayf seif سيف; nasir nasser naser nassir nasr naasir nasar ناصر;
        nasim naseem nassim نسيم; nadir nader nadeer نادر; nadim nadeem نديم; nabil nabeel nebil نبيل; najib nagib
        nadjib necip najeeb نجيب نجیب; naji nagi ناجي; tariq tarek tarik tareq tarique tareck طارق; taher tahir tahar
        taahir طاهر; walid waleed oualid velid waliid وليد; wahid waheed vahid oualhid vaheed وحيد وحید; wael wail
        وائل; wasim waseem وسيم; yasin yassin yaseen jasin yacine yasiin jassin ياسين یاسین; yasir yasser jasir yaser
        jasser ياسر; yahya yahia yehia jahja yaxye jahia yehya يحيى یحیی; yaqub yaqoub yakub yakup jacoub yacoub yakob
        يعقوب; zakaria zakariya zekeriya zakariyya zakarya zakariye زكريا; zaid zayd zeid zeyd زيد; ziad ziyad ziyaad
        زياد; zahra zehra zahraa sahra زهراء زهرا; zainab zeinab zeynep zaynab zeynab seynab zeineb saynab زينب زینب;
        fatima fatma fatimah fatemeh faadumo fadumo fatoumata fatema fatmah fathma faatima fatime fateme فاطمة فاطمه
        ፋጡማ ፋትማ; fatiha fathia fethiye fatia فتحية; fadi fady فادي; fadil fadhil fazil fazel fadel فاضل فضل; faisal
        feisal faysal faycal feysal فيصل; farid fareed ferid fariid فريد فرید; farah farax فرح; faraj فرج; faris fares
        farees فارس; farhad ferhat farhaad ferhad فرهاد; fuad fouad foad foead fuaad فؤاد فواد; khadija khadidja
        hatice chadidja xadiija kadidja khadijah hadija khadije kadija khadeja hadidja خديجة خدیجه ኸድጃ; aisha aicha
        aysha ayesha aysa ayse caasha aischa aiesha aasha casha aysh aishah عائشة عایشه; amina aminah emine ameena
        aamina amiina آمنة امینه; amin ameen emin amiin أمين امین; maryam mariam meryem miriam maryan maryama mariama
        meriem merjem mariem marjam مريم مریم ማርያም; marwa marwah merve مروة; marwan merwan marouan مروان; layla leila
        laila leyla leyli lejla laylah ليلى لیلا; leilan; halima halimah xaliimo halime haleema helima haliimo حليمة;
        hawa xaawo hava hawo حواء ሓዋ; huda hoda houda هدى; hana hanna hannah hanaa هنا; hanan hanaan حنان; hani hany
        haani هاني; hiba heba hibo هبة; hind hend هند; hodan hoodan; ramadan ramazan ramadhan remezan ramadaan رمضان;
        rida reza ridha riza redha rizah رضا; rahim raheem rehim rahiim رحيم رحیم; rahman rahmaan rehman رحمن رحمان;
        rami raamy ramy رامي; rana raana رنا; rania raniya ranya رانيا; dawood daud dawud davut daoud davoud dauud
        دحود داود داوود; dawit davit dewit ዳዊት; daniel danyal daniyal danial danyel دانيال ዳንኤል; dahir daahir dhahir;
        samir sameer semir samiir سمير; sami samy sammy saami سامي; samira sameera semira سميرة; samar سمر; sara sarah
        saara saarah سارة ሳራ; saida saeeda sacida saiida سعيدة; safia safiya safiyya safiyo صفية; salma selma salmah
        سلمى; sana sanaa سناء; shukri sukru sjoekri choukri shukry شكري; nour nur noor nuur noer نور; nura noura nuura
        noora نورة; nuri noori nouri nury نوري; nasra nasro نصرة; nadia nadiya nadja نادية; bilal belal bilaal بلال;
        bashir basheer bechir bashiir besir basjir بشير; bakr baker bekir bakir بكر; abubakar abubakr aboubacar
        abubaker aboubakr abubeker; badr bader بدر; basel basil باسل; bassam basam بسام; basim bassem basem باسم;
        idris idriss edris idriis إدريس ادریس ኢድሪስ; ilyas elias elyas ilyaas ilias الياس ኤልያስ; imad emad cimaad عماد;
        imran emran cimraan عمران; iman eman imaan إيمان; ihsan ehsan ihsaan إحسان احسان; isra esra israa إسراء; islam
        eslam إسلام; anwar enver anwer envar أنور; anas enes anes أنس; asad assad esad asaad أسد; ashraf ashref esref
        أشرف اشرف; aziz azeez aziez caziz عزيز عزیز; azhar أزهر; ayman eymen aiman أيمن; ayoub ayub eyup ayuub ajoeb
        ayyub ayoob أيوب ایوب; eyob iyob eyobe ኢዮብ እዮብ; haji hagi hadji haci xaaji haaji حاجي; hakim hakeem hekim
        xakiim حكيم; hashim hashem haschim haasim هاشم; haidar heydar haydar haider heider حيدر حیدر; habib habeeb
        xabiib habip habiib حبيب; hafez hafiz hafid حافظ; haitham haytham هيثم; hisham hesham hicham hisjam هشام;
        jafar jaffar djafar cafer jacfar gafar jaafar جعفر; jaber jabir cabir djaber jaabir gaber جابر; jawad djawad
        cevat javad jawaad gawad javat جواد; jihad djihad cihad gihad جهاد; jassim jasim casim جاسم; qasim qassem
        qasem kasim ghasem kassem kacem qaasim gasem قاسم; junaid junayd juneyd cuneyt جنيد; majid majeed mecit magid
        maajid madjid مجید مجيد ماجد; malik malek maalik melik maleek مالك; mansur mansour mansoor mansuur منصور;
        masoud masud masood mesut mascuud مسعود; hadi hady haadi; mahdi mehdi mahdy mahdee مهدي مهدی; mubarak mobarak mubaarak mubarek
        مبارك; munir mounir mouneer moenir muniir منير; murad morad mourad murat مراد; muna mona mouna muuna منى; mina
        meena مينا; mukhtar mokhtar muhtar mukhtaar moktar muktar muqtar مختار; mariwan meriwan; maher mahir ماهر;
        mazen mazin مازن; mutaz moataz معتز; moaz muaz moath muath معاذ; munira mounira; majida madjida magida; nima
        nimah; nimo nicmo naima naimo naeema nacima نعيمة; naim naeem نعيم; omid umid umit oumid امید; ramin rameen
        رامین; parviz parwiz parwez pervez پرویز; parwin parvin perwin pervin parween پروین; nawid navid naveed naweed
        nevid نوید; nasrin nasreen nesrin نسرین; shirin shireen sirin schirin شیرین; zohra zuhra zohre; zabihullah
        zabiullah; mirwais mirwaiz mirweis; farzad ferzad; farzana farzaneh ferzane; fereshta fereshteh freshta فرشته;
        ferdows firdaus firdous ferdaus فردوس; gholam ghulam gulam qulam غلام; gul gol گل; abdullah abdallah abdulla
        abdellah abdalla abdullahi abdilahi abdulahi abdoellah cabdullahi cabdulahi abdulah عبدالله عبدﷲ ዓብደላ; abdi
        cabdi abdy abdie عبدي ዓብዲ; abdo abdu abdou عبده; ubaidullah obaidullah ubaydullah obeidullah; tesfay tesfai
        tesfaye tesfaj tesfaie ተስፋይ ተስፋዬ; tesfa ተስፋ; tesfalem tesfaalem tesfalam ተስፋኣለም; tewolde teolde tewelde
        teweldeh ተወልደ; tewodros tedros theodros teodros tewedros tewdros theodoros tedross ቴድሮስ ቴዎድሮስ; tekle tekla
        tekel ተክለ; teklay teklai ተክላይ; yonas jonas yoonas ዮናስ; younes yunus younis yunis junus younus yoenes يونس
        یونس; yohannes johannes yohanes yohanns yohans johanes yohanis ዮሃንስ ዮሐንስ; girmay ghirmay girmai ghirmai germay
        germai grmay ግርማይ; girma ghirma ግርማ; gebre ghebre gebr gabre ghebra ገብረ; haile hayle hayile ሃይለ ሀይለ; haylay
        hailay haylai; hailemariam hailemaryam haylemariam ሃይለማርያም; hagos hagoss ሓጎስ; kidane kidhane kidanie ኪዳነ;
        kibrom kbrom kubrom ክብሮም; mehari meharie mehary mehhari መሓሪ; mebrahtu mebratu mebrhatu mebrahatu መብራህቱ; mebrat
        mebrhat; merhawi merhawy merhawe merawi መርሃዊ; merhawit merhawite merawit መርሃዊት; meron meeron mieron ሜሮን;
        meseret mesereth messeret መሰረት; mulugeta mulugueta mulugheta ሙሉጌታ; negash negasse ነጋሽ; petros petross betros
        pietros butrus boutros ጴጥሮስ بطرس; paulos pawlos paolos bulos boulos ጳውሎስ; rahel raheel ራሄል; robel ሮቤል; saba
        ሳባ; samson samsom ሳምሶን; samuel samuael samueel ሳሙኤል; selamawit selemawit selamauit ሰላማዊት; senait sennait
        senayt ሰናይት; simon semon ስምኦን ሲሞን; solomon selomon salomon soloman ሰለሞን; tsegay tsegai segay tzegai tsegaye
        segai ጸጋይ ፀጋይ; tsehay tzehay sehay tsehaye ጸሃይ ፀሐይ; tsion tseyon; weldu woldu weldeu ወልዱ; wolde welde wold
        weldeh ወልደ; zerai zeray zerae ዘርኣይ; zewdi zewdie zeudi ዘውዲ; zemede; fitsum fitsm fisum fitzum fetsum ፍጹም;
        filmon philmon filimon flmon ፊልሞን; feven feben fevin ፌቨን; efrem ephrem ephraim efriem ኤፍሬም; ermias ermiyas
        jermias ኤርምያስ; estifanos stifanos istifanos estefanos እስጢፋኖስ; eyasu iyasu eyassu iyassu ኢያሱ; bereket berket
        bereketh በረከት; berhane brhane birhane berhanae ብርሃነ; berhe brhe ብርሀ; asmerom asmorom asmeron ኣስመሮም; araya
        araia ኣርኣያ; awet awiet ኣወት; amanuel emanuel amanueal amaneal ኣማኑኤል አማኑኤል; afewerki afwerki afworki afeworki
        ኣፈወርቂ; alem ዓለም; almaz elmaz ኣልማዝ; abeba abbeba ኣበባ; abebe አበበ; ariam ariyam; biniam binyam benyam biniyam
        beniam ቢንያም; natnael nathnael natnaiel ናትናኤል; nahom nahoom ናሆም; luwam luam luwaam ሉዋም; letebrhan letebirhan
        letebrehan ለተብርሃን; kiros kirros ኪሮስ; kahsay kahsai khsay ካሕሳይ; isaias isayas esayas ኢሳይያስ; isaac isak isaak
        ishaq ishak isxaaq yishak yisak إسحاق ይስሃቅ; aden adan aadan adem adam آدم ኣደም; ayaan ayan cayaan; ascha; deeq
        deq dek; faarax; guled guuleed guleed; jaamac jama djama jaama; liban liibaan libaan; nuurto nurto noorto;
        sahal saxal; sharif cherif sherif shariif serif scherif sjarif شريف شریف; shamsa shamso; warsame warsama;
        xirsi hirsi hersi; yare yaree; ubah ubax; ifrah ifrax ifraah; hibaaq hibaq hibak; hodo; ismahan ismahaan; mako
        maako; sucaad suad souad suaad soad سعاد; cawil awil; cige ige; bile biile; barre bare; diriye dirie; geedi
        gedi; welat walat; azad azaad ازاد آزاد; baran; berivan beriwan; dilan dilaan; diyar; gulistan goelistan; kawa
        kawah کاوه; newroz nawroz nowruz nauroz nowroz nevruz نوروز; rojda rozhda; roj rozh; rojin rozhin rojhin;
        sherko shirko sirko; shivan shvan sivan schivan; serhat sarhad serhad; zozan zoozan; xezal khazal ghazal gazal
        خزال غزال; hevin havin evin; heval haval; jiyan jian zhian zhyan ژیان; rebwar reboar; soran sooran; rezan
        rezhan; kamiran kamran کامران; burhan borhan bourhan برهان; recep rajab rejeb redjeb rageb رجب; cengiz jengiz
        djengiz چنگیز; celik chelik tsjelik; ozturk oeztuerk ozturc; yildiz jildiz yildis; yilmaz jilmaz yelmaz; demir
        demirr; kaya kaia; dogan dogaan; aydin aidin; sahin shahin schahin sjahin شاهین; simsek shimshek; gunes
        guenesh goenesj gunesh; ozdemir oezdemir; kilic kilich kilitsj; arslan aslan ارسلان; cetin chetin tsjetin;
        coskun choskun josjkoen; can jan djan; caner djaner janer; cihan jihan djihan cehan; ciwan jiwan civan; fikret
        fekret; huriye houria hurriya houriya; ayten aiten; aylin ailin; gulsum goelsoem kulthum kulthoum gulsoom
        كلثوم; hilal helal hilaal هلال; nihat nihad nehad نهاد;
        """

    static let regels: [[String]] = tabel.split(separator: ";").map { regel in
        regel.split(whereSeparator: \.isWhitespace).flatMap { Zoektekst.woorden(String($0)) }
    }.filter { !$0.isEmpty }

    /// Spelling to the number of its name.
    static let groep: [String: Int] = {
        var groep: [String: Int] = [:]
        for (nummer, regel) in regels.enumerated() {
            for spelling in regel where groep[spelling] == nil { groep[spelling] = nummer }
        }
        return groep
    }()

    /// The names that so many people carry that they say little.
    static let algemeen: Set<Int> = {
        let vaak = [
            "mohammed", "mahmoud", "ahmed", "ali", "hassan", "hussein", "yusuf", "ibrahim", "omar", "abdullah", "abdi", "khalid",
            "fatima", "maryam", "tesfay", "haile", "gebre", "yonas", "osman", "said", "saleh", "adam", "nour",
        ]
        return Set(vaak.compactMap { groep[$0] })
    }()

    /// The sounds of the first spelling of each name: what an unknown spelling is compared with.
    static let klanken: [[Klank]] = regels.map { Klankschrift.klanken($0.first ?? "") }

    /// By which skeleton a name of the table is found, however it is spelled.
    static let geraamte: [String] = klanken.map { Klankschrift.geraamten($0).first ?? "" }
}
