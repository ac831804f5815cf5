"""On whose word a claim stands."""

from __future__ import annotations

import pytest

from tests.sentences import Row, check, row

CITED = [
    row(
        "التقى مدير وكالة المخابرات المركزية الأميركية وليام بيرنز رئيس الوزراء القطري في الدوحة،"
        " بحسب وكالة رويترز.",
        "met-with | william-burns | mohammed-bin-abdulrahman-al-thani | by=وكالة رويترز | in=doha",
    ),
    row(
        "وفق وسائل إعلام إسرائيلية، اجتمع نتنياهو بوزير الدفاع يوآف غالانت.",
        "met-with | benjamin-netanyahu | yoav-gallant | by=وسائل إعلام إسرائيلية",
    ),
    row(
        "بحسب ما أعلنت وزارة الخارجية الروسية، أجرى لافروف اتصالاً هاتفياً بنظيره التركي هاكان فيدان.",
        "spoke-with | sergey-lavrov | hakan-fidan | by=وزارة الخارجية الروسية",
    ),
    row(
        "وصل وفد من حركة حماس إلى القاهرة، نقلاً عن قناة القاهرة الإخبارية.",
        "visited | وفد من حركة حماس | cairo | by=قناة القاهرة الإخبارية",
    ),
    row(
        "ووفقاً لصحيفة هآرتس، رفض نتنياهو الخطة المصرية.",
        "rejected | benjamin-netanyahu | egypt | by=صحيفة هآرتس",
    ),
    row(
        "وحسب بيان للرئاسة المصرية، استقبل السيسي رئيس الوزراء اليوناني كيرياكوس ميتسوتاكيس.",
        "hosted | abdel-fattah-el-sisi | kyriakos-mitsotakis | by=الرئاسة المصرية",
    ),
    row(
        "زار نائب الرئيس الصيني هان تشنغ ألمانيا، كما ذكرت وكالة شينخوا.",
        "visited | هان تشنغ | germany | by=وكالة شينخوا",
    ),
    row(
        "طبقاً لما أوردته وكالة الأنباء الجزائرية، هاتف تبون نظيره التونسي قيس سعيد.",
        "spoke-with | abdelmadjid-tebboune | kais-saied | by=وكالة الأنباء الجزائرية",
    ),
    row(
        "حسبما أفادت وكالة تسنيم، اعتقلت السلطات الإيرانية مواطناً ألمانياً.",
        "arrested | iran | مواطنا ألمانيا | by=وكالة تسنيم",
    ),
    row(
        "قصفت روسيا أوديسا، على حد قول الرئيس الأوكراني فولوديمير زيلينسكي.",
        "attacked | russia | odesa | by=volodymyr-zelensky",
    ),
    row(
        "التقى لافروف، بحسب وكالة تاس، نظيره الصيني وانغ يي.",
        "met-with | sergey-lavrov | wang-yi | by=وكالة تاس",
    ),
    row(
        "أكد بلينكن، وفق بيان صادر عن وزارة الخارجية الأميركية، أن الحل قريب.",
        "affirmed | antony-blinken | - | by=وزارة الخارجية الأميركية",
    ),
]

SAID = [
    row(
        "قالت وزارة الخارجية المصرية إن الوزير سامح شكري التقى نظيره السعودي فيصل بن فرحان.",
        "stated | وزارة الخارجية المصرية | -",
        "met-with | sameh-shoukry | faisal-bin-farhan | by=وزارة الخارجية المصرية",
    ),
    row(
        "قال بلينكن إنه التقى نتنياهو.",
        "stated | antony-blinken | -",
        "met-with | antony-blinken | benjamin-netanyahu | by=antony-blinken",
    ),
    row(
        "ذكرت وكالة الأنباء السعودية أن ولي العهد استقبل رئيس الوزراء العراقي محمد شياع السوداني.",
        "stated | وكالة الأنباء السعودية | -",
        "hosted | mohammed-bin-salman | mohammed-shia-al-sudani | by=وكالة الأنباء السعودية",
        wrong="a bare title settled by the nationality of the outlet or speaker",
    ),
    row(
        "أكدت حركة حماس أن إسرائيل قصفت خان يونس.",
        "affirmed | حركة حماس | -",
        "attacked | israel | khan-younis | by=حركة حماس",
    ),
    row(
        "أفادت مصادر أمنية عراقية بأن تركيا قصفت دهوك.",
        "stated | مصادر أمنية عراقية | -",
        "attacked | turkey | duhok | by=مصادر أمنية عراقية",
    ),
    row(
        "اتهم لافروف واشنطن بتسليح كييف.",
        "accused | sergey-lavrov | united-states",
        "aided | united-states | ukraine | by=sergey-lavrov",
        wrong="a capital that acts is its government; one that is visited or struck is a place",
    ),
    row(
        "أعلن البيت الأبيض أن بايدن هاتف نتنياهو.",
        "announced | البيت الأبيض | -",
        "spoke-with | joe-biden | benjamin-netanyahu | by=البيت الأبيض",
    ),
    row(
        "أقر الجيش الإسرائيلي بأنه أخطأ التقدير.",
        "stated | الجيش الإسرائيلي | -",
    ),
    row(
        "كشفت صحيفة نيويورك تايمز أن الولايات المتحدة تتفاوض مع قطر.",
        "announced | صحيفة نيويورك تايمز | -",
        "negotiated-with | united-states | qatar | by=صحيفة نيويورك تايمز",
    ),
]

NESTED = [
    row(
        "أعلنت وزارة الخارجية التركية أن الوزير هاكان فيدان أكد لنظيره الأميركي أنتوني بلينكن ضرورة التهدئة.",
        "announced | وزارة الخارجية التركية | -",
        "affirmed | hakan-fidan | antony-blinken | by=وزارة الخارجية التركية",
    ),
    row(
        "ذكرت وكالة الأنباء القطرية أن الأمير تميم بن حمد أبلغ بايدن أن حماس وافقت على الخطة.",
        "stated | وكالة الأنباء القطرية | -",
        "briefed | tamim-bin-hamad | joe-biden | by=وكالة الأنباء القطرية",
        "approved | حماس | - | by=tamim-bin-hamad",
    ),
    row(
        "قالت صحيفة هآرتس إن نتنياهو أبلغ غالانت بأن بايدن يعارض العملية.",
        "stated | صحيفة هآرتس | -",
        "briefed | benjamin-netanyahu | yoav-gallant | by=صحيفة هآرتس",
        "rejected | joe-biden | - | by=benjamin-netanyahu",
    ),
]

QUOTES = [
    row("قال أردوغان: «نتنياهو يهدد المنطقة بأسرها».", "stated | recep-tayyip-erdogan | -"),
    row(
        'وأضاف بوتين: "واشنطن ترفض الحوار".',
        "stated | vladimir-putin | -",
        "rejected | united-states | - | by=vladimir-putin",
    ),
    row(
        "“إيران تدعم حزب الله”، يقول غالانت.",
        "supported | iran | حزب الله | by=yoav-gallant",
        "stated | yoav-gallant | -",
        wrong="a quotation before its verb of saying",
    ),
    row(
        "وكتب زيلينسكي على منصة إكس: «شكرت المستشار أولاف شولتس».",
        "stated | volodymyr-zelensky | -",
        "thanked | volodymyr-zelensky | olaf-scholz | by=volodymyr-zelensky",
        wrong="first person inside a quotation is the speaker",
    ),
    row("ووصف لافروف المقترح بأنه «غير جدي»، وزار طهران.", "visited | sergey-lavrov | tehran"),
    row(
        "قال عباس: «ندعو أميركا إلى الاعتراف بدولتنا».",
        "stated | mahmoud-abbas | -",
        "called-on | mahmoud-abbas | united-states",
        wrong="first person inside a quotation is the speaker",
    ),
]

OWN_WORD = [
    row(
        "قال ماكرون إن الوقت حان. وزار بعدها ألمانيا.",
        "stated | emmanuel-macron | -",
        "visited | emmanuel-macron | germany",
    ),
    row("قال ماكرون إنه يندد بالهجوم.", "stated | emmanuel-macron | -", "condemned | emmanuel-macron | -"),
    row(
        "أكد البيان أن الجانبين متفقان. واستقبل شي جين بينغ لاحقاً بوتين.",
        "hosted | xi-jinping | vladimir-putin",
    ),
    row(
        "التقى بوتين نظيره الصيني شي جين بينغ وقال إن بلديهما يتعاونان.",
        "met-with | vladimir-putin | xi-jinping",
        "stated | vladimir-putin | -",
        "cooperated-with | russia | china | by=vladimir-putin",
    ),
]

MORE = [
    row("«سنزور بيروت قريباً»، هكذا لخص ماكرون موقفه."),
    row(
        "قال بوريل إن «إسرائيل قصفت مدرسة، وقتلت مدنيين»، مضيفاً أن التحقيق جارٍ.", "stated | josep-borrell | -"
    ),
    row(
        'أكد أردوغان أن بلاده "لن تدعم إسرائيل".',
        "affirmed | recep-tayyip-erdogan | -",
        "supported | turkey | israel | negated | by=recep-tayyip-erdogan",
    ),
    row(
        "وذكرت صحيفة معاريف، نقلاً عن مصادر أمنية، أن نتنياهو التقى رئيس الموساد ديفيد برنيع.",
        "stated | صحيفة معاريف | -",
        "met-with | benjamin-netanyahu | ديفيد برنيع | by=مصادر أمنية",
        wrong="نقلاً عن inside a sentence: the content stands on that source, the outlet only states",
    ),
    row(
        "أوردت وكالة الأناضول أن أردوغان استقبل رئيس الوزراء الليبي عبد الحميد الدبيبة.",
        "stated | وكالة الأناضول | -",
        "hosted | recep-tayyip-erdogan | abdul-hamid-dbeibeh | by=وكالة الأناضول",
    ),
    row(
        "وقالت الرئاسة الفرنسية إن ماكرون سيجتمع مع شولتس الجمعة.",
        "stated | الرئاسة الفرنسية | -",
        "met-with | emmanuel-macron | olaf-scholz | planned | by=الرئاسة الفرنسية | on=2024-06-28",
    ),
    row(
        "زعمت وزارة الدفاع الروسية أن أوكرانيا قصفت بيلغورود.",
        "accused | وزارة الدفاع الروسية | ukraine",
        "attacked | ukraine | بيلغورود | by=وزارة الدفاع الروسية",
    ),
    row(
        "رأى المستشار الألماني أولاف شولتس أن بوتين هدد بولندا.",
        "stated | olaf-scholz | -",
        "threatened | vladimir-putin | poland | by=olaf-scholz",
    ),
    row(
        "كشف البيت الأبيض أن سوليفان سيزور السعودية، مشيراً إلى أنه سيلتقي الأمير محمد بن سلمان.",
        "announced | البيت الأبيض | -",
        "stated | البيت الأبيض | -",
        "visited | jake-sullivan | saudi-arabia | planned | by=البيت الأبيض",
        "met-with | jake-sullivan | mohammed-bin-salman | planned | by=البيت الأبيض",
        wrong="a surname alone: سوليفان",
    ),
    row(
        "وتابع أردوغان قائلاً: «ندعو مصر إلى التعاون معنا».",
        "stated | recep-tayyip-erdogan | -",
        "called-on | recep-tayyip-erdogan | egypt",
    ),
    row(
        "بحسب تقرير لمنظمة العفو الدولية، اعتقلت السلطات المصرية عشرات الناشطين.",
        "arrested | egypt | عشرات الناشطين | by=منظمة العفو الدولية",
    ),
    row(
        "أفاد مراسل قناة الجزيرة بأن إسرائيل قصفت جنين.",
        "stated | مراسل قناة الجزيرة | -",
        "attacked | israel | jenin | by=مراسل قناة الجزيرة",
    ),
]

#: What somebody names as the object of his words, and whose words others relay.
TOLD = [
    row(
        "أشار جون كيربي إلى زيارة أجراها بلينكن إلى مصر.",
        "stated | john-kirby | -",
        "visited | antony-blinken | egypt | by=john-kirby",
    ),
    row(
        "أكد بلينكن خلال لقائه أيمن الصفدي دعم إسرائيل لمصر.",
        "affirmed | antony-blinken | ayman-safadi",
        "met-with | antony-blinken | ayman-safadi",
        "supported | israel | egypt | by=antony-blinken",
    ),
    row(
        "ذكرت رويترز أن إسرائيل قصفت رفح، فيما أكد بلينكن أن المفاوضات مستمرة.",
        "stated | reuters | -",
        "attacked | israel | rafah | by=reuters",
        "affirmed | antony-blinken | -",
    ),
    row(
        "وبحسب وكالة رويترز، قال لافروف إن المحادثات مفيدة. وأكد أن روسيا مستعدة.",
        "stated | sergey-lavrov | - | by=reuters",
        "affirmed | sergey-lavrov | - | by=reuters",
    ),
    row(
        "زار بلينكن مصر، ودعا بايدن، بحسب رويترز، إسرائيل إلى وقف الحرب.",
        "visited | antony-blinken | egypt",
        "called-on | joe-biden | israel | by=reuters",
    ),
    row(
        "دانت مصر القصف الإسرائيلي على رفح وفق قرار مجلس الأمن.",
        "condemned | egypt | israel",
        "attacked | israel | rafah",
    ),
    row(
        "أكدت وزارة الخارجية الأميركية أن الوضع خطير. وبحسب البيان، قصفت إسرائيل رفح.",
        "affirmed | وزارة الخارجية الأميركية | -",
        "attacked | israel | rafah | by=وزارة الخارجية الأميركية",
    ),
    row(
        "قالت أنالينا بيربوك إنها أبلغت عبد الله بو حبيب بالقرار.",
        "stated | annalena-baerbock | -",
        "briefed | annalena-baerbock | abdallah-bou-habib | by=annalena-baerbock",
    ),
    row(
        'وجاء في بيان وزارة الخارجية الأميركية: "قصفت روسيا أوكرانيا".',
        "attacked | russia | ukraine | by=وزارة الخارجية الأميركية",
    ),
]

ROWS = [*TOLD, *MORE, *CITED, *SAID, *NESTED, *QUOTES, *OWN_WORD]


@pytest.mark.parametrize("row", ROWS)
def test_attribution(row: Row) -> None:
    check(row)
