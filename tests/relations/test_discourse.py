"""Who is meant where the text does not name them again: dropped subjects, pronouns, "the two sides"."""

from __future__ import annotations

import pytest

from tests.sentences import Row, check, row

DROPPED = [
    row(
        "قال الرئيس الفلسطيني محمود عباس إن الحرب يجب أن تتوقف. وأكد أن السلام ممكن.",
        "stated | mahmoud-abbas | -",
        "affirmed | mahmoud-abbas | -",
    ),
    row(
        "زار وزير الخارجية الإيطالي أنطونيو تاياني بيروت، والتقى رئيس الحكومة نجيب ميقاتي.",
        "visited | antonio-tajani | beirut",
        "met-with | antonio-tajani | najib-mikati",
    ),
    row(
        "وصل بلينكن إلى الدوحة. ودعا إسرائيل إلى فتح المعابر.",
        "visited | antony-blinken | doha",
        "called-on | antony-blinken | israel",
    ),
    row(
        "أدانت وزارة الخارجية السعودية الهجوم، ودعت إيران إلى ضبط النفس.",
        "condemned | وزارة الخارجية السعودية | -",
        "called-on | وزارة الخارجية السعودية | iran",
    ),
    row(
        "استقبل الملك عبد الله الثاني وزيرة الخارجية الفرنسية السابقة كاترين كولونا. وأكد أهمية الشراكة.",
        "hosted | abdullah-ii | catherine-colonna",
        "affirmed | abdullah-ii | -",
    ),
    row(
        "قالت بيربوك إن برلين مستعدة. وأضافت أن الوقت ينفد، وحذرت روسيا من التصعيد.",
        "stated | annalena-baerbock | -",
        "warned | annalena-baerbock | russia",
    ),
    row(
        "قال لافروف: «لن نتراجع». وتابع: «نرفض الإنذارات».",
        "stated | sergey-lavrov | -",
        "rejected | sergey-lavrov | -",
    ),
    row(
        "دعا البابا فرنسيس إلى السلام. كما ندد بتجارة السلاح.",
        "called-on | البابا فرنسيس | -",
        "condemned | البابا فرنسيس | -",
        wrong="an unknown noun after a speech verb with و is its object, not another subject",
    ),
]

PRONOUNS = [
    row(
        "وصل بلينكن إلى القاهرة حيث التقى سامح شكري وبحث معه إعادة فتح المعبر.",
        "visited | antony-blinken | cairo",
        "met-with | antony-blinken | sameh-shoukry",
        "discussed-with | antony-blinken | sameh-shoukry",
    ),
    row(
        "استقبل الرئيس التركي رجب طيب أردوغان رئيس حكومة إقليم كردستان مسرور بارزاني، وأكد له دعم الاستقرار.",
        "hosted | recep-tayyip-erdogan | masrour-barzani",
        "affirmed | recep-tayyip-erdogan | masrour-barzani",
    ),
    row(
        "أكد أيمن الصفدي خلال لقائه وزير الخارجية الأميركي أنتوني بلينكن أن الأردن ثابت على موقفه.",
        "affirmed | ayman-safadi | antony-blinken",
        "met-with | ayman-safadi | antony-blinken",
    ),
    row(
        "وخلال لقائه نظيره الصيني وانغ يي، قال لافروف إن الشراكة متينة.",
        "met-with | sergey-lavrov | wang-yi",
        "stated | sergey-lavrov | wang-yi",
    ),
    row(
        "تراجع نتنياهو أمام غالانت بعدما هدده الأخير بالاستقالة.",
        "threatened | yoav-gallant | benjamin-netanyahu",
        wrong="الأخير is the one named last",
    ),
    row(
        "التقى بوتين نظيره الفنزويلي نيكولاس مادورو ودعاه إلى زيارة موسكو.",
        "met-with | vladimir-putin | nicolas-maduro",
        "called-on | vladimir-putin | nicolas-maduro",
        "visited | nicolas-maduro | moscow | possible | by=vladimir-putin",
    ),
    row(
        "زار الأمين العام لحلف شمال الأطلسي ينس ستولتنبرغ واشنطن. واستقبله الرئيس جو بايدن في البيت الأبيض.",
        "visited | jens-stoltenberg | washington",
        "hosted | joe-biden | jens-stoltenberg",
    ),
    row(
        "اتصل ماكرون بنتنياهو وطالبه بوقف العمليات.",
        "spoke-with | emmanuel-macron | benjamin-netanyahu",
        "called-on | emmanuel-macron | benjamin-netanyahu",
    ),
    row(
        "هاتفت ميلوني رئيسة المفوضية أورسولا فون دير لاين وهنأتها بولايتها الجديدة.",
        "spoke-with | giorgia-meloni | ursula-von-der-leyen",
        "congratulated | giorgia-meloni | ursula-von-der-leyen",
    ),
    row(
        "رحب أبو الغيط بالخطوة الجزائرية، وقال خلال استقباله وزير الخارجية الجزائري أحمد عطاف إنها مهمة.",
        "welcomed | ahmed-aboul-gheit | algeria",
        "hosted | ahmed-aboul-gheit | ahmed-attaf",
        "stated | ahmed-aboul-gheit | ahmed-attaf",
    ),
]

BOTH = [
    row(
        "التقى الرئيس المصري عبد الفتاح السيسي نظيره القبرصي نيكوس خريستودوليديس. وبحث الجانبان الطاقة.",
        "met-with | abdel-fattah-el-sisi | نيكوس خريستودوليديس",
        "discussed-with | abdel-fattah-el-sisi | نيكوس خريستودوليديس",
    ),
    row(
        "اجتمع وزير الخارجية التركي هاكان فيدان بنظيره العراقي فؤاد حسين. وبحث الوزيران أمن الحدود.",
        "met-with | hakan-fidan | fuad-hussein",
        "discussed-with | hakan-fidan | fuad-hussein",
    ),
    row(
        "هاتف الأمير محمد بن سلمان الرئيس الصيني شي جين بينغ، واتفقا على تعزيز الشراكة.",
        "spoke-with | mohammed-bin-salman | xi-jinping",
        "agreed-with | mohammed-bin-salman | xi-jinping",
    ),
    row(
        "التقى بوتين ناريندرا مودي. وأكدا أهمية الحوار.",
        "met-with | vladimir-putin | narendra-modi",
        "affirmed | vladimir-putin | -",
        "affirmed | narendra-modi | -",
    ),
    row(
        "استقبلت ميلوني رئيس الوزراء الهندي ناريندرا مودي، ووقع الطرفان مذكرة تفاهم.",
        "hosted | giorgia-meloni | narendra-modi",
        "signed-with | giorgia-meloni | narendra-modi",
    ),
    row(
        "استعرض الأمير تميم بن حمد والرئيس الكازاخي قاسم جومارت توكاييف العلاقات بين البلدين.",
        "discussed-with | tamim-bin-hamad | kassym-jomart-tokayev",
    ),
]

VOICES = [
    row(
        "استقبل الرئيس الإماراتي محمد بن زايد وزير الخارجية الأميركي أنتوني بلينكن، وفق بيان للرئاسة."
        " وقال البيان إن اللقاء تناول التجارة.",
        "hosted | mohammed-bin-zayed | antony-blinken | by=الرئاسة",
        "stated | الرئاسة | -",
        wrong="a statement of a body cited with a bare noun: بيان للرئاسة، البيان",
    ),
    row(
        "أصدرت وزارة الخارجية القطرية بياناً. وأكد البيان رفض قطر للتهجير.",
        "affirmed | وزارة الخارجية القطرية | -",
        "rejected | qatar | - | by=وزارة الخارجية القطرية",
    ),
    row(
        "نشرت وزارة الدفاع البريطانية تقريراً جديداً. وأضافت الوزارة أن القوات الروسية تتقدم ببطء.",
        "stated | وزارة الدفاع البريطانية | -",
    ),
    row(
        "أعلنت حركة حماس موقفها من الهدنة. وقالت الحركة إنها ترفض الوصاية.",
        "announced | حركة حماس | -",
        "stated | حركة حماس | -",
        "rejected | حركة حماس | -",
    ),
    row(
        "زار وزير الخارجية العماني بدر البوسعيدي دمشق. وقال الوزير إن سوريا تتعافى.",
        "visited | badr-al-busaidi | damascus",
        "stated | badr-al-busaidi | -",
    ),
    row(
        "عين الرئيس التونسي قيس سعيد وزيراً جديداً للداخلية. وأكد الرئيس ضرورة حفظ الأمن.",
        "affirmed | kais-saied | -",
    ),
]

IMPERSONAL = [
    row(
        "يذكر أن روسيا انسحبت من الاتفاقية.",
        "withdrew | russia | -",
        wrong="withdrawing from a thing that is no actor has a null target",
    ),
    row("يشار إلى أن تركيا استضافت المحادثات."),
    row(
        "وتجدر الإشارة إلى أن لبنان شكر قطر.",
        "thanked | lebanon | qatar",
    ),
]

TITLES = [
    row(
        "التقى وزير الخارجية الأميركي أنتوني بلينكن نظيره المصري سامح شكري في القاهرة.",
        "met-with | antony-blinken | sameh-shoukry | in=cairo",
        title="بلينكن يلتقي شكري",
    ),
    row(
        "أكد العاهل الأردني الملك عبد الله الثاني أن القدس خط أحمر.",
        "affirmed | abdullah-ii | -",
        title="العاهل الأردني: القدس خط أحمر",
    ),
]

HEADLINE_AND_BODY = [
    row(
        "استقبل الرئيس المصري عبد الفتاح السيسي وزير الخارجية الأميركي أنتوني بلينكن في القاهرة.",
        "hosted | abdel-fattah-el-sisi | antony-blinken | in=cairo",
        title="السيسي يستقبل بلينكن",
    ),
    row(
        "قال وزير الخارجية الروسي سيرغي لافروف إن الحوار ضروري. وأضاف لافروف أن الباب مفتوح.",
        "stated | sergey-lavrov | -",
        title="لافروف: الباب مفتوح",
    ),
    row(
        "تنعقد القمة في جدة اليوم.",
        "called-on | united-nations | israel",
        title="الأمم المتحدة تدعو إسرائيل إلى فتح المعابر",
    ),
    row(
        "وصل الأمين العام لجامعة الدول العربية أحمد أبو الغيط إلى بغداد. والتقى رئيس الوزراء محمد شياع"
        " السوداني، وهنأه بنجاح الزيارة، كما بحث معه ملف القمة.",
        "visited | ahmed-aboul-gheit | baghdad",
        "met-with | ahmed-aboul-gheit | mohammed-shia-al-sudani",
        "congratulated | ahmed-aboul-gheit | mohammed-shia-al-sudani",
        "discussed-with | ahmed-aboul-gheit | mohammed-shia-al-sudani",
        wrong="a sentence that begins with a verb of meeting and names one party",
    ),
    row(
        "أجرى وزير الدفاع الأميركي لويد أوستن اتصالاً بنظيره الإسرائيلي يوآف غالانت. وأكد أوستن خلال الاتصال"
        " أهمية الشراكة.",
        "spoke-with | lloyd-austin | yoav-gallant",
        "affirmed | lloyd-austin | -",
    ),
    row(
        "استدعت وزارة الخارجية الصينية السفير الياباني. وأعربت له عن قلقها.",
        "called-on | وزارة الخارجية الصينية | السفير الياباني",
        "expressed-concern | وزارة الخارجية الصينية | -",
    ),
    row(
        "زار شولتس بكين. ومن هناك دعا روسيا إلى الانسحاب.",
        "visited | olaf-scholz | beijing",
        "called-on | olaf-scholz | russia",
    ),
    row(
        "التقت وزيرة الخارجية الألمانية أنالينا بيربوك نظيرها اللبناني عبد الله بو حبيب. وقالت إنها أبلغته"
        " قلق برلين.",
        "met-with | annalena-baerbock | abdallah-bou-habib",
        "stated | annalena-baerbock | -",
        "briefed | annalena-baerbock | abdallah-bou-habib | by=annalena-baerbock",
        "expressed-concern | germany | - | by=annalena-baerbock",
    ),
]

#: A verb that names no relation has a subject, too; a name has the gender of its titles.
SUBJECTS = [
    row(
        "قال سيرغي لافروف إن الوقت ينفد. وخلال القمة رد الرئيس الأميركي جو بايدن على الأسئلة، متعهداً"
        " بالمساعدة.",
        "stated | sergey-lavrov | -",
        "promised | joe-biden | -",
    ),
    row(
        "التقت وزيرة الخارجية الألمانية أنالينا بيربوك السفير المصري سامي عادل. وأكد عادل أهمية الحوار. "
        "وقالت إن الوضع صعب.",
        "met-with | annalena-baerbock | سامي عادل",
        "affirmed | سامي عادل | -",
        "stated | annalena-baerbock | -",
    ),
    row(
        "قال الرئيس اللبناني جوزيف عون إن لجنة التحقيق تعمل. وذكر أنها بعد أن وصلت إلى نتيجة تطالب بالمزيد.",
        "stated | جوزيف عون | -",
    ),
    row("كما ناشد الأمم المتحدة التدخل."),
    row(
        "قال المتحدث باسم الرئاسة المصرية محمد الشناوي إن السيسي زار عمّان وحذر من التصعيد.",
        "stated | محمد الشناوي | -",
        "visited | abdel-fattah-el-sisi | amman | by=محمد الشناوي",
        "warned | abdel-fattah-el-sisi | - | by=محمد الشناوي",
    ),
]

#: Whom a clause with أنّ is about, with or without a verb.
TOPICS = [
    row(
        "أعلن أوستن أن الولايات المتحدة مستعدة لزيادة دعمها لأوكرانيا.",
        "announced | lloyd-austin | -",
        "supported | united-states | ukraine | by=lloyd-austin",
    ),
    row(
        "قال المتحدث أحمد فوزي إن المبعوث الأممي غير بيدرسون سعيد وتوجه إلى بيروت.",
        "stated | أحمد فوزي | -",
        "visited | geir-pedersen | beirut | by=أحمد فوزي",
    ),
]

#: A noun that names no actor is the subject, so whoever spoke before is not.
STRANGERS = [
    row(
        "رفض نجيب ميقاتي القرار الذي صدر في جريدة النهار بعدما صادقت عليه الحكومة الأردنية.",
        "rejected | najib-mikati | -",
        "approved | jordan | -",
    ),
    row(
        "اتخذ وليد جنبلاط موقفاً أشادت به حركة حماس.",
        "praised | hamas | -",
    ),
    row(
        "التقى دونالد ترامب جو بايدن ووصفه بأنه فاشل.",
        "met-with | donald-trump | joe-biden",
        "criticized | donald-trump | joe-biden",
    ),
    row(
        "وفي رسالة إلى أنطونيو غوتيريش، أكد أيمن الصفدي أن الوضع خطير.",
        "affirmed | ayman-safadi | antonio-guterres",
    ),
    row(
        "قال فولوديمير زيلينسكي إن الوضع صعب. وندد المؤتمر بالقصف.",
        "stated | volodymyr-zelensky | -",
    ),
    row(
        "قال سامح شكري إن السفينة الكبيرة تصل إلى قطر قريباً.",
        "stated | sameh-shoukry | -",
    ),
    row(
        "قال سامح شكري إن المعطيات الأولى تشير إلى خلل.",
        "stated | sameh-shoukry | -",
    ),
    row(
        "نشرت جين ساكي رسالة جديدة تؤكد أن الخلاف انتهى.",
    ),
    row(
        "قال الخبير العسكري فايز الدويري إن الهدنة قريبة. الخبير العسكري أكد أن الحرب ستنتهي.",
        "stated | فايز الدويري | -",
        "affirmed | فايز الدويري | -",
    ),
    row(
        "قال سامح شكري إن الهدنة قريبة. وندد مجدداً بالقصف.",
        "stated | sameh-shoukry | -",
        "condemned | sameh-shoukry | -",
    ),
    row(
        "قال سامح شكري إن الهدنة قريبة. وفي ختام الندوة أكد أن مصر مستعدة.",
        "stated | sameh-shoukry | -",
        "affirmed | sameh-shoukry | -",
    ),
]

#: The body counts, and the headline may name the other party.
TITLED = [
    row(
        "طالب جوزيب بوريل أمس بوقف القصف.",
        "called-on | josep-borrell | israel",
        title="بوريل يطالب إسرائيل بوقف القصف",
    ),
    row(
        "طالب جوزيب بوريل روسيا بوقف القصف.",
        "called-on | josep-borrell | russia",
        title="بوريل يطالب إسرائيل بوقف القصف",
    ),
]

ROWS = [
    *SUBJECTS,
    *TOPICS,
    *STRANGERS,
    *TITLED,
    *HEADLINE_AND_BODY,
    *DROPPED,
    *PRONOUNS,
    *BOTH,
    *VOICES,
    *IMPERSONAL,
    *TITLES,
]


@pytest.mark.parametrize("row", ROWS)
def test_discourse(row: Row) -> None:
    check(row)
