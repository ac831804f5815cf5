"""Words that name relations, in the forms that news gives them; each relation more than once."""

from __future__ import annotations

import pytest

from tests.sentences import Row, check, row

MEET = [
    row(
        "التقى وزير الخارجية المصري سامح شكري نظيره الأردني أيمن الصفدي على هامش الاجتماعات الوزارية.",
        "met-with | sameh-shoukry | ayman-safadi",
    ),
    row(
        "تلتقي رئيسة المفوضية الأوروبية أورسولا فون دير لاين اليوم المستشار الألماني أولاف شولتس في برلين.",
        "met-with | ursula-von-der-leyen | olaf-scholz | planned | in=berlin | on=2024-06-25",
    ),
    row(
        "اجتمع المبعوث الأميركي آموس هوكستين برئيس مجلس النواب اللبناني نبيه بري.",
        "met-with | amos-hochstein | nabih-berri",
    ),
    row(
        "عقد ولي العهد السعودي الأمير محمد بن سلمان لقاءً مع الرئيس الفرنسي إيمانويل ماكرون في باريس.",
        "met-with | mohammed-bin-salman | emmanuel-macron | in=paris",
    ),
    row(
        "وقابلت وزيرة الخارجية الكندية ميلاني جولي نظيرها الصيني وانغ يي في بكين.",
        "met-with | melanie-joly | wang-yi | in=beijing",
    ),
    row(
        "استقبل أمير قطر الشيخ تميم بن حمد آل ثاني وزير الخارجية التركي هاكان فيدان في الديوان الأميري.",
        "hosted | tamim-bin-hamad | hakan-fidan",
    ),
    row(
        "استضافت السعودية الرئيس الأوكراني فولوديمير زيلينسكي.", "hosted | saudi-arabia | volodymyr-zelensky"
    ),
    row(
        "جاء ذلك خلال استقبال الملك عبد الله الثاني وزير الدفاع الأميركي لويد أوستن.",
        "hosted | abdullah-ii | lloyd-austin",
    ),
    row(
        "استقبلت رئيسة الوزراء الإيطالية جورجيا ميلوني الرئيس الأرجنتيني خافيير ميلي بحفاوة.",
        "hosted | giorgia-meloni | javier-milei",
    ),
    row(
        "زار رئيس الوزراء الهندي ناريندرا مودي إيطاليا للمشاركة في القمة.",
        "visited | narendra-modi | italy",
    ),
    row(
        "وصلت وزيرة الخارجية الألمانية أنالينا بيربوك إلى بيروت صباح الثلاثاء.",
        "visited | annalena-baerbock | beirut | on=2024-06-25",
    ),
    row(
        "يقوم رئيس الوزراء الصيني لي تشيانغ بزيارة رسمية إلى أستراليا.",
        "visited | li-qiang | australia",
    ),
    row(
        "توجه وزير الخارجية الأميركي أنتوني بلينكن إلى تل أبيب في جولة جديدة.",
        "visited | antony-blinken | tel-aviv",
    ),
    row(
        "اختتم الرئيس الروسي فلاديمير بوتين زيارته لفيتنام.",
        "visited | vladimir-putin | vietnam",
    ),
    row(
        "هاتف الرئيس المصري عبد الفتاح السيسي العاهل الأردني الملك عبد الله الثاني.",
        "spoke-with | abdel-fattah-el-sisi | abdullah-ii",
    ),
    row(
        "تلقى وزير الخارجية السعودي الأمير فيصل بن فرحان اتصالاً هاتفياً من نظيره الأميركي أنتوني بلينكن.",
        "spoke-with | faisal-bin-farhan | antony-blinken",
    ),
    row(
        "وفي مكالمة مع نظيره الفرنسي ستيفان سيجورنيه، تناول وزير الخارجية العراقي فؤاد حسين ملف الحدود.",
        "spoke-with | fuad-hussein | stephane-sejourne",
        wrong="a pronoun whose noun is told only later in the sentence",
    ),
    row(
        "اتصل الرئيس الأميركي جو بايدن برئيس الوزراء الإسرائيلي بنيامين نتنياهو.",
        "spoke-with | joe-biden | benjamin-netanyahu",
    ),
    row(
        "بحث وزير الخارجية القطري مع نظيره التركي هاكان فيدان تطورات الأوضاع في المنطقة.",
        "discussed-with | mohammed-bin-abdulrahman-al-thani | hakan-fidan",
    ),
    row(
        "أجرى سلطان عُمان هيثم بن طارق مباحثات مع ملك البحرين حمد بن عيسى آل خليفة في مسقط.",
        "discussed-with | haitham-bin-tariq | hamad-bin-isa | in=muscat",
    ),
    row(
        "تشاورت واشنطن مع باريس ولندن بشأن ملف أوكرانيا.",
        "discussed-with | united-states | france",
        "discussed-with | united-states | united-kingdom",
    ),
    row(
        "ناقش الرئيسان التركي رجب طيب أردوغان والإيراني مسعود بزشكيان أمن الحدود.",
        "discussed-with | recep-tayyip-erdogan | masoud-pezeshkian",
    ),
    row(
        "تفاوضت إيران مع الولايات المتحدة بصورة غير مباشرة.",
        "negotiated-with | iran | united-states",
    ),
    row(
        "انطلقت في إسطنبول مفاوضات بين روسيا وأوكرانيا حول تبادل الأسرى.",
        "negotiated-with | russia | ukraine | in=istanbul",
    ),
    row(
        "تجري القاهرة محادثات مع حركة حماس حول الهدنة.",
        "negotiated-with | egypt | حركة حماس",
    ),
    row(
        "توسطت قطر بين الولايات المتحدة وإيران.",
        "mediated | qatar | united-states",
        "mediated | qatar | iran",
    ),
    row(
        "نجحت الوساطة الصينية بين السعودية وإيران.",
        "mediated | china | saudi-arabia",
        "mediated | china | iran",
    ),
]

SAY = [
    row(
        "قال المتحدث باسم الخارجية الإيرانية ناصر كنعاني إن الموقف لم يتغير.",
        "stated | nasser-kanaani | -",
    ),
    row(
        "صرحت وزيرة الخارجية البلجيكية حاجة لحبيب لقناة الجزيرة بأن الوضع مقلق.",
        "stated | hadja-lahbib | قناة الجزيرة",
    ),
    row("وترى باريس أن الحل سياسي.", "stated | france | -"),
    row(
        "الرئيسان الفرنسي والبرازيلي قالا إن المناخ أولوية.",
        "stated | emmanuel-macron | -",
        "stated | lula-da-silva | -",
    ),
    row("أعلنت وزارة الدفاع الروسية إسقاط ثلاث مسيرات.", "announced | وزارة الدفاع الروسية | -"),
    row(
        "كشف رئيس الوزراء الباكستاني شهباز شريف عن خطة اقتصادية جديدة.",
        "announced | shehbaz-sharif | -",
    ),
    row("أكد الرئيس الفلسطيني محمود عباس أن السلام ممكن.", "affirmed | mahmoud-abbas | -"),
    row(
        "شدد الأمين العام للأمم المتحدة أنطونيو غوتيريش على ضرورة حماية المدنيين.",
        "affirmed | antonio-guterres | -",
    ),
    row(
        "أطلع وزير الخارجية الروسي سيرغي لافروف نظيره الصيني وانغ يي على نتائج الجولة.",
        "briefed | sergey-lavrov | wang-yi",
    ),
    row(
        "أبلغ نتنياهو الرئيس الأميركي جو بايدن بأن العملية مستمرة.",
        "briefed | benjamin-netanyahu | joe-biden",
    ),
    row(
        "أعربت الأمم المتحدة عن قلقها البالغ من تدهور الأوضاع الإنسانية.",
        "expressed-concern | الأمم المتحدة | -",
    ),
    row(
        "أبدت واشنطن تخوفها من البرنامج النووي الإيراني.",
        "expressed-concern | united-states | iran",
    ),
    row("نفت وزارة الخارجية المصرية صحة الأنباء المتداولة.", "denied | وزارة الخارجية المصرية | -"),
    row("وأنكر الرئيس الفنزويلي نيكولاس مادورو هذه المعلومات.", "denied | nicolas-maduro | -"),
    row("تعهد رئيس الوزراء البريطاني ريشي سوناك بخفض الضرائب.", "promised | rishi-sunak | -"),
    row("وعدت الولايات المتحدة أوكرانيا بتسريع الشحنات.", "promised | united-states | ukraine"),
    row("اقترحت فرنسا على لبنان تشكيل لجنة مشتركة.", "proposed | france | lebanon"),
    row(
        "طرح الرئيس الصيني شي جين بينغ مبادرة جديدة للأمن العالمي.",
        "proposed | xi-jinping | -",
    ),
    row("عرضت سويسرا استضافة الجولة المقبلة.", "proposed | switzerland | -"),
]

WARN_AND_ASK = [
    row(
        "حذر الأمين العام للأمم المتحدة أنطونيو غوتيريش إسرائيل من مغبة التصعيد.",
        "warned | antonio-guterres | israel",
    ),
    row("وجّهت الصين تحذيراً شديد اللهجة إلى الفلبين.", "warned | china | philippines"),
    row("هدد نتنياهو حزب الله برد قاسٍ.", "threatened | benjamin-netanyahu | حزب الله"),
    row("توعدت إيران إسرائيل بالرد.", "threatened | iran | israel"),
    row(
        "دعت تركيا الأطراف الليبية إلى الحوار.",
        "called-on | turkey | الأطراف الليبية",
    ),
    row(
        "طالبت جامعة الدول العربية إسرائيل باحترام القانون الدولي.",
        "called-on | جامعة الدول العربية | israel",
    ),
    row(
        "طلب رئيس الوزراء العراقي محمد شياع السوداني من الولايات المتحدة تسليم المطلوبين.",
        "called-on | mohammed-shia-al-sudani | united-states",
    ),
    row("ناشدت وكالة الأونروا المانحين توفير التمويل.", "called-on | وكالة الأونروا | المانحين"),
    row(
        "ووجه الرئيس الجزائري عبد المجيد تبون دعوة إلى نظيره الموريتاني محمد ولد الغزواني.",
        "called-on | abdelmadjid-tebboune | mohamed-ould-ghazouani",
    ),
]

BLAME = [
    row("أدانت السعودية التفجير الذي وقع في مقديشو.", "condemned | saudi-arabia | -"),
    row("نددت تركيا بقرار إسرائيل توسيع المستوطنات.", "condemned | turkey | israel"),
    row(
        "واستنكر الأردن تصريحات الوزير الإسرائيلي بتسلئيل سموتريتش.",
        "condemned | jordan | bezalel-smotrich",
    ),
    row("انتقد الرئيس الفرنسي إيمانويل ماكرون الحكومة الإسرائيلية.", "criticized | emmanuel-macron | israel"),
    row("سخر دونالد ترامب من منافسه جو بايدن.", "criticized | donald-trump | joe-biden"),
    row(
        "وتعرض رئيس الوزراء الإسرائيلي لانتقادات من وزير الدفاع يوآف غالانت.",
        "criticized | yoav-gallant | benjamin-netanyahu",
        wrong="received criticism: تعرض لانتقادات من",
    ),
    row("اتهمت كييف موسكو بعرقلة تصدير الحبوب.", "accused | ukraine | russia"),
    row("حمّلت حركة حماس نتنياهو مسؤولية تعثر الصفقة.", "accused | حركة حماس | benjamin-netanyahu"),
    row("رفضت حركة حماس الخطة الإسرائيلية.", "rejected | حركة حماس | israel"),
    row("استبعد الكرملين التوصل إلى حل سريع.", "rejected | الكرملين | -"),
    row("وتعارض المجر فرض قيود على الغاز.", "rejected | hungary | -"),
]

BACK = [
    row(
        "أشاد الرئيس الأميركي جو بايدن بجهود مصر وقطر.",
        "praised | joe-biden | egypt",
        "praised | joe-biden | qatar",
    ),
    row(
        "ثمّن رئيس مجلس القيادة الرئاسي اليمني رشاد العليمي مواقف المملكة العربية السعودية.",
        "praised | rashad-al-alimi | saudi-arabia",
    ),
    row(
        "أثنى رئيس الوزراء المصري مصطفى مدبولي على أداء وزارة الكهرباء.",
        "praised | mostafa-madbouly | وزارة الكهرباء",
    ),
    row("رحب الاتحاد الأوروبي بقرار تركيا.", "welcomed | الاتحاد الأوروبي | turkey"),
    row("رحبت باريس بالإعلان.", "welcomed | france | -"),
    row(
        "شكر الرئيس الأوكراني فولوديمير زيلينسكي نظيره البولندي أندريه دودا.",
        "thanked | volodymyr-zelensky | andrzej-duda",
    ),
    row("وأعرب الرئيس الفلسطيني محمود عباس عن شكره للجزائر.", "thanked | mahmoud-abbas | algeria"),
    row(
        "هنأ الرئيس التركي رجب طيب أردوغان نظيره الأذربيجاني إلهام علييف بإعادة انتخابه.",
        "congratulated | recep-tayyip-erdogan | ilham-aliyev",
        "appointed | - | ilham-aliyev",
    ),
    row(
        "بعث أمير الكويت الشيخ مشعل الأحمد برقية تهنئة إلى ملك الأردن عبد الله الثاني.",
        "congratulated | mishal-al-ahmad | abdullah-ii",
    ),
    row(
        "عزّى الرئيس الصيني شي جين بينغ الرئيس الروسي فلاديمير بوتين في ضحايا الحادث.",
        "condoled | xi-jinping | vladimir-putin",
    ),
    row(
        "قدم رئيس الوزراء العراقي محمد شياع السوداني تعازيه إلى إيران.",
        "condoled | mohammed-shia-al-sudani | iran",
    ),
    row("أيدت الجزائر موقف جنوب أفريقيا أمام المحكمة.", "supported | algeria | south-africa"),
    row(
        "جددت الصين دعمها لباكستان.",
        "supported | china | pakistan",
    ),
    row("أعربت الإمارات عن تضامنها مع المغرب.", "supported | united-arab-emirates | morocco"),
]

AGREE_AND_AID = [
    row("اتفقت روسيا مع كوريا الشمالية على توسيع التبادل التجاري.", "agreed-with | russia | north-korea"),
    row("توصلت مصر إلى اتفاق مع صندوق النقد الدولي.", "agreed-with | egypt | صندوق النقد الدولي"),
    row(
        "اتفق الرئيس الصيني شي جين بينغ ونظيره الأميركي جو بايدن على استئناف الاتصالات العسكرية.",
        "agreed-with | xi-jinping | joe-biden",
    ),
    row("وقعت الإمارات مع الهند اتفاقية للتجارة الحرة.", "signed-with | united-arab-emirates | india"),
    row(
        "وقّع العراق وتركيا مذكرة تفاهم في بغداد.",
        "signed-with | iraq | turkey | in=baghdad",
    ),
    row("وافق مجلس الشيوخ الأميركي على الموازنة.", "approved | مجلس الشيوخ الأميركي | -"),
    row("صادق الكنيست على مشروع القانون.", "approved | الكنيست | -"),
    row("تتعاون تونس مع إيطاليا في ملف الهجرة.", "cooperated-with | tunisia | italy"),
    row(
        "نسقت القاهرة مع عمّان عمليات الإجلاء.",
        "cooperated-with | egypt | jordan",
        wrong="عمّان with shadda is the city, not the country",
    ),
    row("قدمت الكويت مساعدات إنسانية إلى السودان.", "aided | kuwait | sudan"),
    row(
        "أرسلت الجزائر مساعدات إلى قطاع غزة.",
        "aided | algeria | gaza-strip",
    ),
    row("منح البنك الدولي تونس قرضاً جديداً.", "aided | البنك الدولي | tunisia"),
]

OFFICE = [
    row("عيّن الرئيس التونسي قيس سعيد كمال المدوري رئيساً للحكومة.", "appointed | kais-saied | كمال المدوري"),
    row(
        "انتُخب مسعود بزشكيان رئيساً لإيران.",
        "appointed | - | masoud-pezeshkian",
    ),
    row(
        "كُلّف نجيب ميقاتي بتشكيل الحكومة.",
        "appointed | - | najib-mikati",
    ),
    row(
        "أقال الرئيس الأوكراني فولوديمير زيلينسكي قائد الجيش فاليري زالوجني.",
        "dismissed | volodymyr-zelensky | فاليري زالوجني",
    ),
    row(
        "أُقيل وزير الدفاع الروسي سيرغي شويغو.",
        "dismissed | - | سيرغي شويغو",
    ),
    row(
        "أعفى الرئيس التونسي قيس سعيد رئيس الحكومة أحمد الحشاني من منصبه.",
        "dismissed | kais-saied | ahmed-hachani",
    ),
    row("استقال رئيس الوزراء الفلسطيني محمد اشتية من منصبه.", "resigned | mohammad-shtayyeh | -"),
    row(
        "قدم بيني غانتس استقالته من حكومة الحرب.",
        "resigned | benny-gantz | حكومة الحرب",
        wrong="resigning from a described body: حكومة الحرب",
    ),
    row("تنحى رئيس الوزراء الهولندي مارك روته عن رئاسة حزبه.", "resigned | mark-rutte | -"),
    row("صوتت روسيا ضد مشروع القرار.", "voted | russia | -"),
    row("امتنعت الصين عن التصويت.", "voted | china | -"),
]

FORCE = [
    row("فرضت وزارة الخزانة الأميركية عقوبات على إيران.", "sanctioned | وزارة الخزانة الأميركية | iran"),
    row("قطعت كولومبيا علاقاتها الدبلوماسية مع إسرائيل.", "sanctioned | colombia | israel"),
    row("أوقفت السلطات اللبنانية رياض سلامة.", "arrested | lebanon | riad-salameh"),
    row(
        "اعتُقل عمران خان في لاهور.",
        "arrested | - | imran-khan | in=لاهور",
    ),
    row("وأثار اعتقال رئيس بلدية إسطنبول أكرم إمام أوغلو انتقادات واسعة.", "arrested | - | ekrem-imamoglu"),
    row("أفرجت السلطات المصرية عن علاء عبد الفتاح.", "released | egypt | علاء عبد الفتاح"),
    row(
        "أطلقت روسيا سراح الصحافي إيفان غيرشكوفيتش.",
        "released | russia | إيفان غيرشكوفيتش",
    ),
    row("قصفت روسيا مدينة خاركيف.", "attacked | russia | kharkiv"),
    row("شن الجيش الأميركي غارات على الحوثيين.", "attacked | الجيش الأميركي | الحوثيين"),
    row("اقتحم الجيش الإسرائيلي مدينة جنين.", "attacked | الجيش الإسرائيلي | jenin"),
    row(
        "اغتيل إسماعيل هنية في طهران.",
        "killed | - | ismail-haniyeh | in=tehran",
    ),
    row("قتلت إسرائيل القيادي في حزب الله فؤاد شكر.", "killed | israel | fuad-shukr"),
    row("نشرت الولايات المتحدة قوات في بولندا.", "deployed | united-states | poland"),
    row(
        "أرسلت كوريا الشمالية آلاف الجنود إلى روسيا.",
        "deployed | north-korea | russia",
    ),
    row("انسحبت القوات الفرنسية من النيجر.", "withdrew | القوات الفرنسية | niger"),
    row(
        "أعلنت الحكومة البريطانية في ذلك الوقت الانسحاب من الاتحاد الأوروبي.",
        "announced | united-kingdom | -",
        "withdrew | united-kingdom | الاتحاد الأوروبي | by=united-kingdom",
        wrong="announcing a withdrawal: the announcer withdraws",
    ),
    row(
        "تظاهر آلاف الأشخاص ضد الحكومة الأرجنتينية.",
        "protested | آلاف الأشخاص | argentina",
    ),
    row(
        "احتجت الصين على القرار الياباني.",
        "protested | china | japan",
    ),
]

PARTICIPLES = [
    row(
        "تحدث وزير الخارجية الأردني أيمن الصفدي عن المعابر، مشدداً على أهمية فتحها.",
        "stated | ayman-safadi | -",
        "affirmed | ayman-safadi | -",
    ),
    row(
        "قال غوتيريش إن الوضع خطير، داعياً إسرائيل إلى فتح المعابر.",
        "stated | antonio-guterres | -",
        "called-on | antonio-guterres | israel",
    ),
    row(
        "ورفضت إيران الضغوط، محذرة الولايات المتحدة من أي خطوة.",
        "rejected | iran | -",
        "warned | iran | united-states",
    ),
    row(
        "غادر لافروف القاعة متهماً الغرب بازدواجية المعايير.",
        "accused | sergey-lavrov | الغرب",
    ),
    row(
        "أضافت بيربوك أن الوقت ضيق، مؤكدة أن برلين مستعدة.",
        "stated | annalena-baerbock | -",
        "affirmed | annalena-baerbock | -",
    ),
    row(
        "وقال محمد شياع السوداني إن العراق بلد مستقر، مثمناً دور إيطاليا.",
        "stated | mohammed-shia-al-sudani | -",
        "praised | mohammed-shia-al-sudani | italy",
    ),
]

NO_TRIGGER = [
    row("تشهد أسعار النفط استقراراً في الأسواق العالمية."),
    row("يقع مقر الأمم المتحدة في نيويورك."),
    row("بلغ عدد سكان مصر أكثر من مئة مليون نسمة."),
    row("عقد وزير الخارجية الأميركي أنتوني بلينكن مؤتمراً صحفياً مع نظيره القطري في الدوحة."),
    row("حضر الرئيس الفرنسي إيمانويل ماكرون ورئيس الوزراء الكندي جاستن ترودو حفل الافتتاح."),
    row("ولد الرئيس الأميركي جو بايدن في ولاية بنسلفانيا."),
    row("تقع السفارة الروسية في وسط العاصمة."),
]

FORMS = [
    # present, dual and plural, before and after the subject
    row(
        "تجتمع وزيرة الخارجية الألمانية أنالينا بيربوك بنظيرها البولندي رادوسواف سيكورسكي في وارسو.",
        "met-with | annalena-baerbock | radoslaw-sikorski | in=warsaw",
    ),
    row(
        "الرئيسان فلاديمير بوتين ورجب طيب أردوغان اجتمعا في سوتشي.",
        "met-with | vladimir-putin | recep-tayyip-erdogan | in=سوتشي",
    ),
    row("بوتين وأردوغان يجتمعان في سوتشي.", "met-with | vladimir-putin | recep-tayyip-erdogan | in=سوتشي"),
    row("نددت مصر والأردن بالهجوم.", "condemned | egypt | -", "condemned | jordan | -"),
    row("مصر والأردن نددتا بالهجوم.", "condemned | egypt | -", "condemned | jordan | -"),
    row("المتظاهرون طالبوا نتنياهو بإبرام صفقة.", "called-on | المتظاهرون | benjamin-netanyahu"),
    row("طالب المتظاهرون نتنياهو بإبرام صفقة.", "called-on | المتظاهرون | benjamin-netanyahu"),
    row("حثّ أعضاء في الكونغرس الرئيس جو بايدن على التحرك.", "called-on | أعضاء في الكونغرس | joe-biden"),
    row(
        "واشنطن ولندن تفرضان عقوبات على إيران.",
        "sanctioned | united-states | iran",
        "sanctioned | united-kingdom | iran",
    ),
    # passive
    row(
        "اعتُقلت مريم رجوي في باريس.",
        "arrested | - | مريم رجوي | in=paris",
    ),
    row(
        "عُيّن مارك روته أميناً عاماً لحلف شمال الأطلسي.",
        "appointed | - | mark-rutte",
    ),
    row(
        "قُتل يحيى السنوار في رفح.",
        "killed | - | يحيى السنوار | in=rafah",
    ),
    row(
        "يُنتخب رئيس الوزراء في اقتراع سري.",
        wrong="a generic passive names nobody: يُنتخب رئيس الوزراء في اقتراع",
    ),
    row(
        "فُرضت عقوبات جديدة على روسيا.",
    ),
    # verbal nouns
    row("خلال لقاء بوتين وشي جين بينغ في بكين.", "met-with | vladimir-putin | xi-jinping | in=beijing"),
    row("في ختام زيارة المستشار الألماني أولاف شولتس إلى الصين.", "visited | olaf-scholz | china"),
    row("جاءت دعوة غوتيريش لإسرائيل إلى ضبط النفس متأخرة.", "called-on | antonio-guterres | israel"),
    row("بعد تحذير روسيا لليابان.", "warned | russia | japan"),
    row("اتهام واشنطن لطهران ليس جديداً.", "accused | united-states | iran"),
    row(
        "وجدد المتحدث إدانة بلاده لإسرائيل.",
    ),
    row("عقب اتصال هاتفي بين أردوغان وبوتين.", "spoke-with | recep-tayyip-erdogan | vladimir-putin"),
    row("أثار استقبال ماكرون للأسد جدلاً.", "hosted | emmanuel-macron | bashar-al-assad"),
    row("وانتهت المفاوضات بين مصر وإثيوبيا دون نتيجة.", "negotiated-with | egypt | ethiopia"),
    row("بحضور ماكرون، جرى توقيع اتفاقية بين فرنسا والمغرب.", "signed-with | france | morocco"),
    # light verbs
    row(
        "أجرى وزير الخارجية السعودي الأمير فيصل بن فرحان اتصالاً هاتفياً بنظيره الكويتي عبد الله اليحيا.",
        "spoke-with | faisal-bin-farhan | abdullah-al-yahya",
    ),
    row(
        "عقدت بيربوك اجتماعاً مع نظيرها الإسرائيلي يسرائيل كاتس.", "met-with | annalena-baerbock | israel-katz"
    ),
    row("قام وزير الدفاع التركي يشار غولر بزيارة إلى العراق.", "visited | yasar-guler | iraq"),
    row(
        "وجه العاهل السعودي الملك سلمان بن عبد العزيز دعوة إلى الرئيس الإيراني مسعود بزشكيان.",
        "called-on | salman-bin-abdulaziz | masoud-pezeshkian",
    ),
    row("وجهت إيران اتهامات إلى إسرائيل.", "accused | iran | israel"),
    row("أعرب الاتحاد الأوروبي عن قلقه من تصرفات روسيا.", "expressed-concern | الاتحاد الأوروبي | russia"),
    row("فرضت كندا عقوبات جديدة على مسؤولين إيرانيين.", "sanctioned | canada | مسؤولين إيرانيين"),
    row(
        "شنت إسرائيل هجوماً على دمشق.",
        "attacked | israel | damascus",
    ),
    row(
        "أعرب أمير قطر تميم بن حمد عن خالص تعازيه للرئيس التركي رجب طيب أردوغان.",
        "condoled | tamim-bin-hamad | recep-tayyip-erdogan",
    ),
    row("بدأ الرئيس الصيني شي جين بينغ زيارة رسمية لصربيا.", "visited | xi-jinping | serbia"),
    row("قدمت اليابان دعماً مالياً للأردن.", "aided | japan | jordan"),
]

ROWS = [
    *FORMS,
    *MEET,
    *SAY,
    *WARN_AND_ASK,
    *BLAME,
    *BACK,
    *AGREE_AND_AID,
    *OFFICE,
    *FORCE,
    *PARTICIPLES,
    *NO_TRIGGER,
]


@pytest.mark.parametrize("row", ROWS)
def test_trigger(row: Row) -> None:
    check(row)
