"""Who is source and who is target, in the constructions of Arabic clauses."""

from __future__ import annotations

import pytest

from tests.sentences import Row, check, row

ORDER = [
    row("حذرت روسيا اليابان من نشر الصواريخ.", "warned | russia | japan"),
    row("روسيا تحذر اليابان من نشر الصواريخ.", "warned | russia | japan"),
    row("وكانت روسيا حذرت اليابان من نشر الصواريخ.", "warned | russia | japan"),
    row("أما باكستان فقد نددت بالهجوم.", "condemned | pakistan | -"),
    row(
        "استقبل الرئيسَ الفرنسي إيمانويل ماكرون العاهلُ المغربي الملك محمد السادس.",
        "hosted | mohammed-vi | emmanuel-macron",
        wrong="object before subject, told by the vowel signs",
    ),
    row(
        "استقبله الرئيس العراقي عبد اللطيف رشيد في بغداد، بعدما وصل وزير الخارجية الإيراني إلى العراق.",
        "visited | ali-bagheri-kani | iraq",
        "hosted | abdul-latif-rashid | ali-bagheri-kani | in=baghdad",
        wrong="a pronoun whose noun is told only later in the sentence",
    ),
    row(
        "في القاهرة، التقى وزير الخارجية المصري سامح شكري نظيرته الألمانية أنالينا بيربوك.",
        "met-with | sameh-shoukry | annalena-baerbock | in=cairo",
    ),
    row(
        "من جهته، دعا وزير الخارجية الصيني وانغ يي الولايات المتحدة إلى ضبط النفس.",
        "called-on | wang-yi | united-states",
    ),
    row("وعقب الاجتماع، شكر وزير الخارجية الأردني أيمن الصفدي قطر.", "thanked | ayman-safadi | qatar"),
]

CLAUSES = [
    row(
        "قال وزير الخارجية السعودي الأمير فيصل بن فرحان إن السعودية ترفض التهجير.",
        "stated | faisal-bin-farhan | -",
        "rejected | saudi-arabia | - | by=faisal-bin-farhan",
    ),
    row(
        "أكد المتحدث باسم الكرملين دميتري بيسكوف أن بوتين سيزور الصين.",
        "affirmed | dmitry-peskov | -",
        "visited | vladimir-putin | china | planned | by=dmitry-peskov",
    ),
    row(
        "أعلنت الهند أنها وقعت مع فرنسا اتفاقية لشراء مقاتلات.",
        "announced | india | -",
        "signed-with | india | france | by=india",
    ),
    row(
        "أوضح سامح شكري أن مصر تتعاون مع قطر.",
        "stated | sameh-shoukry | -",
        "cooperated-with | egypt | qatar | by=sameh-shoukry",
    ),
    row(
        "ذكر لافروف أنه سيلتقي نظيره التركي هاكان فيدان.",
        "stated | sergey-lavrov | -",
        "met-with | sergey-lavrov | hakan-fidan | planned | by=sergey-lavrov",
    ),
]

PREPOSITIONS = [
    row(
        "قال الرئيس الفلسطيني محمود عباس لوزير الخارجية الأميركي أنتوني بلينكن إن الحل هو الدولة.",
        "stated | mahmoud-abbas | antony-blinken",
    ),
    row(
        "أكد العاهل الأردني الملك عبد الله الثاني أمام البرلمان الأوروبي أن السلام خيار استراتيجي.",
        "affirmed | abdullah-ii | البرلمان الأوروبي",
    ),
    row(
        "تحاور وزير الدفاع الأميركي لويد أوستن مع نظيره الصيني دونغ جون.",
        "discussed-with | lloyd-austin | dong-jun",
    ),
    row("ندد الرئيس الكولومبي غوستافو بيترو بإسرائيل.", "condemned | gustavo-petro | israel"),
    row(
        "أعلنت النرويج انضمامها إلى الدول التي رحبت بقرار المحكمة.",
        "announced | norway | -",
    ),
    row("طلبت أوكرانيا من ألمانيا صواريخ بعيدة المدى.", "called-on | ukraine | germany"),
    row(
        "أثنت رئيسة المفوضية الأوروبية على تونس.",
        "praised | ursula-von-der-leyen | tunisia",
        wrong="a title alone without its holder: رئيسة المفوضية الأوروبية",
    ),
    row(
        "صوّت النواب ضد رئيس الوزراء الفرنسي ميشال بارنييه.",
        "voted | النواب | michel-barnier",
    ),
    row("شنت جماعة الحوثي هجوماً على إسرائيل.", "attacked | جماعة الحوثي | israel"),
    row(
        "فرض الاتحاد الأوروبي عقوبات جديدة ضد بيلاروسيا.",
        "sanctioned | الاتحاد الأوروبي | belarus",
    ),
    row("أعربت بريطانيا عن قلقها إزاء إيران.", "expressed-concern | united-kingdom | iran"),
    row(
        "عرضت تركيا على الصومال وإثيوبيا مبادرة.",
        "proposed | turkey | somalia",
        "proposed | turkey | ethiopia",
    ),
    row(
        "توسط الرئيس التركي رجب طيب أردوغان بين الصومال وإثيوبيا.",
        "mediated | recep-tayyip-erdogan | somalia",
        "mediated | recep-tayyip-erdogan | ethiopia",
    ),
    row(
        "انسحبت روسيا من الاتفاقية.",
        "withdrew | russia | -",
        wrong="withdrawing from a thing that is no actor has a null target",
    ),
    row("أفرجت إيران عن ناقلة ترفع علم البرتغال."),
    row(
        "تظاهر المئات أمام البرلمان احتجاجاً على سياسات نتنياهو.",
        "protested | المئات | benjamin-netanyahu",
        wrong="a collective is not seen as a group: آلاف الأشخاص، المئات، النواب، الغرب",
    ),
]

COORDINATION = [
    row(
        "التقى بلينكن كلاً من نتنياهو وغالانت.",
        "met-with | antony-blinken | benjamin-netanyahu",
        "met-with | antony-blinken | yoav-gallant",
    ),
    row(
        "التقى وزير الخارجية المصري سامح شكري كلاً من وزير الخارجية الفرنسي ستيفان سيجورنيه"
        " ووزيرة الخارجية الألمانية أنالينا بيربوك.",
        "met-with | sameh-shoukry | stephane-sejourne",
        "met-with | sameh-shoukry | annalena-baerbock",
    ),
    row(
        "أدانت كل من مصر والأردن والسعودية الهجوم.",
        "condemned | egypt | -",
        "condemned | jordan | -",
        "condemned | saudi-arabia | -",
    ),
    row(
        "هنأ ملك البحرين حمد بن عيسى آل خليفة وولي العهد الأمير سلمان بن حمد الرئيس الإماراتي محمد بن زايد.",
        "congratulated | hamad-bin-isa | mohammed-bin-zayed",
        "congratulated | salman-bin-hamad | mohammed-bin-zayed",
    ),
    row(
        "اتفقت السعودية وروسيا والعراق على خفض الإنتاج.",
        "agreed-with | saudi-arabia | russia",
        "agreed-with | saudi-arabia | iraq",
        "agreed-with | russia | iraq",
    ),
    row(
        "استقبل الرئيس الإماراتي محمد بن زايد رئيس الوزراء الهندي ناريندرا مودي وبحث معه التجارة.",
        "hosted | mohammed-bin-zayed | narendra-modi",
        "discussed-with | mohammed-bin-zayed | narendra-modi",
    ),
    row(
        "زار وزير الخارجية الهندي سوبرامانيام جايشانكار قطر والكويت والإمارات.",
        "visited | s-jaishankar | qatar",
        "visited | s-jaishankar | kuwait",
        "visited | s-jaishankar | united-arab-emirates",
    ),
    row(
        "دعت فرنسا وبريطانيا إسرائيل إلى ضبط النفس.",
        "called-on | france | israel",
        "called-on | united-kingdom | israel",
    ),
    row(
        "طالبت فرنسا الحكومتين السورية واللبنانية بالتعاون.",
        "called-on | france | syria",
        "called-on | france | lebanon",
        wrong="a dual head with two appositions: الرئيسان التركي فلان والإيراني فلان",
    ),
]

RELATIVES = [
    row(
        "رحب وزير الخارجية العماني بدر البوسعيدي، الذي زار طهران، بالاتفاق.",
        "visited | badr-al-busaidi | tehran",
        "welcomed | badr-al-busaidi | -",
    ),
    row(
        "قال بوتين، الذي استقبل نظيره الصيني شي جين بينغ، إن العلاقات متينة.",
        "stated | vladimir-putin | -",
        "hosted | vladimir-putin | xi-jinping",
    ),
    row(
        "وصف المراقبون اللقاء الذي جمع بوتين وكيم جونغ أون بأنه تاريخي.",
        "met-with | vladimir-putin | kim-jong-un",
    ),
    row("الاتصال الذي أجراه بايدن بنتنياهو استمر نصف ساعة.", "spoke-with | joe-biden | benjamin-netanyahu"),
    row("تسلمت السلطات المشتبه به الذي طلبته فرنسا."),
    row("وينتقد مودي، الذي تقود بلاده المجموعة، السياسات التجارية."),
]

APPOSITION = [
    row(
        "التقى رئيس الوزراء اللبناني، نجيب ميقاتي، وزير الخارجية الفرنسي، ستيفان سيجورنيه، في بيروت.",
        "met-with | najib-mikati | stephane-sejourne | in=beirut",
    ),
    row(
        "التقى نجيب ميقاتي، رئيس الوزراء اللبناني، السفيرة الأميركية ليزا جونسون.",
        "met-with | najib-mikati | ليزا جونسون",
    ),
    row("اتهم المستشار الألماني (أولاف شولتس) روسيا بالتجسس.", "accused | olaf-scholz | russia"),
    row(
        "أكد وزير الخارجية المصري بدر عبد العاطي لنظيره الفرنسي جان نويل بارو أهمية الحوار.",
        "affirmed | badr-abdelatty | jean-noel-barrot",
    ),
    row("زار الدكتور بدر عبد العاطي وزير الخارجية والهجرة السودان.", "visited | badr-abdelatty | sudan"),
]

HEADLINES = [
    row(
        "بلينكن: الوقت ليس في صالح أحد.", "stated | antony-blinken | -", wrong="headline: name, colon, speech"
    ),
    row("غوتيريش يدعو إسرائيل إلى فتح المعابر", "called-on | antonio-guterres | israel"),
    row("عبد الله الثاني وماكرون يبحثان التهدئة", "discussed-with | abdullah-ii | emmanuel-macron"),
    row("السيسي يستقبل بلينكن في القاهرة", "hosted | abdel-fattah-el-sisi | antony-blinken | in=cairo"),
    row(
        "الكرملين: بوتين سيلتقي شي جين بينغ في أستانا",
        "stated | الكرملين | -",
        "met-with | vladimir-putin | xi-jinping | planned | by=الكرملين | in=astana",
        wrong="headline: name, colon, speech",
    ),
    row(
        "روسيا تقصف كييف",
        "attacked | russia | kyiv",
    ),
    row(
        "أردوغان مهنئاً بزشكيان: نتطلع إلى التعاون",
        "congratulated | recep-tayyip-erdogan | masoud-pezeshkian",
        "stated | recep-tayyip-erdogan | -",
        wrong="headline: name, colon, speech",
    ),
]

NOUNS = [
    row("وتأتي زيارة بلينكن إلى إسرائيل في وقت حساس.", "visited | antony-blinken | israel"),
    row("أثارت زيارة بيلوسي تايوان غضباً واسعاً.", "visited | nancy-pelosi | taiwan"),
    row("وجاء تحذير الأمم المتحدة لإسرائيل بعد أيام.", "warned | الأمم المتحدة | israel"),
    row("لقاء ماكرون ونتنياهو كان قصيراً.", "met-with | emmanuel-macron | benjamin-netanyahu"),
    row(
        "وتكررت دعوة الرئيس المصري عبد الفتاح السيسي إثيوبيا إلى التفاوض.",
        "called-on | abdel-fattah-el-sisi | ethiopia",
    ),
    row("أعقب ذلك اتهام روسيا أوكرانيا بالمماطلة.", "accused | russia | ukraine"),
    row("واستمر القصف الإسرائيلي على رفح.", "attacked | israel | rafah"),
    row(
        "إدانة مصر للهجوم جاءت سريعة.",
        "condemned | egypt | -",
    ),
    row("ويشكل الغزو الروسي لأوكرانيا نقطة تحول.", "attacked | russia | ukraine"),
]

AGAIN = [
    # the same constructions with other words
    row("حذّر السودان إثيوبيا من ملء السد.", "warned | sudan | ethiopia"),
    row("رفض لبنان المقايضة.", "rejected | lebanon | -"),
    row(
        "المغرب وإسرائيل وقعا اتفاقية تعاون.",
        "signed-with | morocco | israel",
    ),
    row("أقيلت وزيرة الداخلية البريطانية سويلا برافرمان.", "dismissed | - | سويلا برافرمان"),
    row("كان بيرس مورغان قد انتقد تصريحات باسم يوسف."),
    row(
        "يُتوقع أن يُعيَّن ماركو روبيو وزيراً للخارجية.",
        "appointed | - | marco-rubio | planned",
    ),
    row("اغتيلت الصحفية شيرين أبو عاقلة في جنين.", "killed | - | شيرين أبو عاقلة | in=jenin"),
    row("شكرت كييف كلاً من وارسو وبرلين.", "thanked | ukraine | poland", "thanked | ukraine | germany"),
    row("بحث كل من بلينكن ولافروف الملف.", "discussed-with | antony-blinken | sergey-lavrov"),
    row(
        "أكد كل من ماكرون وشولتس وسوناك أهمية الشراكة.",
        "affirmed | emmanuel-macron | -",
        "affirmed | olaf-scholz | -",
        "affirmed | rishi-sunak | -",
    ),
    row("جددت فرنسا تأييدها للمغرب.", "supported | france | morocco"),
    row("أبدت الصين معارضتها للهند.", "rejected | china | india"),
    row(
        "الغارات الإسرائيلية على دمشق استمرت.",
        "attacked | israel | damascus",
    ),
    row("الدعم الأميركي لإسرائيل مستمر.", "supported | united-states | israel"),
    row("التعاون المصري التركي يتوسع.", "cooperated-with | egypt | turkey"),
    row("المفاوضات الروسية الأوكرانية تعثرت.", "negotiated-with | russia | ukraine"),
    row("زيارة ماكرون الأخيرة إلى الصين أثارت اهتماماً.", "visited | emmanuel-macron | china"),
    row("اختتمت فون دير لاين زيارتها إلى القاهرة.", "visited | ursula-von-der-leyen | cairo"),
    row(
        "ثم زار السيسي تركيا، حيث التقى أردوغان.",
        "visited | abdel-fattah-el-sisi | turkey",
        "met-with | abdel-fattah-el-sisi | recep-tayyip-erdogan",
    ),
    row(
        "استقبل السيسي أردوغان، ثم عقد معه لقاءً ثنائياً.",
        "hosted | abdel-fattah-el-sisi | recep-tayyip-erdogan",
        "met-with | abdel-fattah-el-sisi | recep-tayyip-erdogan",
    ),
    row(
        "بوتين: روسيا لن تهاجم بولندا",
        "stated | vladimir-putin | -",
        "attacked | russia | poland | negated | by=vladimir-putin",
        wrong="headline: name, colon, speech",
    ),
    row("توسطت مصر بين إسرائيل وحركة حماس.", "mediated | egypt | israel", "mediated | egypt | حركة حماس"),
]

ROWS = [*AGAIN,
    *ORDER, *CLAUSES, *PREPOSITIONS, *COORDINATION, *RELATIVES, *APPOSITION, *HEADLINES, *NOUNS,
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS)
def test_frame(row: Row) -> None:
    check(row)
