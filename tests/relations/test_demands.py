"""Demands and what backs them: protests, letters, resolutions, backing, and force told by its means."""

from __future__ import annotations

import pytest

from tests.sentences import Row, check, row

#: What protesters demand, of whom, and whom they call upon.
PROTESTS = [
    row(
        "أغلق محتجون شوارع القدس في إطار تظاهرات لمطالبة الحكومة الإسرائيلية بإبرام صفقة.",
        "protested | محتجون | israel",
        "called-on | محتجون | israel",
    ),
    row(
        "تظاهر آلاف العراقيين للمطالبة برحيل الحكومة.",
        "protested | آلاف العراقيين | iraq",
        "called-on | آلاف العراقيين | iraq",
    ),
    row("خرج متظاهرون في باريس ضد ماكرون.", "protested | متظاهرون | emmanuel-macron"),
    row('هتف المتظاهرون: "ارحل يا نتنياهو".', "stated | المتظاهرون | benjamin-netanyahu"),
    row(
        "طالب المتظاهرون باستقالة رئيس الوزراء العراقي عادل عبد المهدي.",
        "called-on | المتظاهرون | adil-abdul-mahdi",
        "resigned | adil-abdul-mahdi | - | possible | by=المتظاهرون",
    ),
    row("خرج آلاف الإسرائيليين مطالبين بإبرام صفقة تبادل للأسرى.", "called-on | آلاف الإسرائيليين | -"),
]

#: Letters and what they hold.
LETTERS = [
    row(
        "تلقى أمير الكويت رسالة من الرئيس المصري عبد الفتاح السيسي تتعلق بالعلاقات.",
        "stated | abdel-fattah-el-sisi | mishal-al-ahmad",
    ),
    row(
        "تسلم بشار الأسد رسالة خطية من ملك البحرين تضمنت دعوة رسمية للمشاركة في القمة العربية.",
        "called-on | hamad-bin-isa | bashar-al-assad",
    ),
    row("بعث أمير قطر رسالة إلى الرئيس الإيراني حسن روحاني.", "stated | tamim-bin-hamad | hassan-rouhani"),
]

#: What a resolution asks is asked by its body.
RESOLUTIONS = [
    row(
        "أشادت واشنطن بقرار مجلس الأمن 2216 الذي يطلب من الحوثيين الانسحاب من المدن.",
        "praised | united-states | un-security-council",
        "called-on | un-security-council | ansar-allah",
    ),
]

#: Offers answered, and what was not approved.
ANSWERED = [
    row(
        "قدم عقيلة صالح مقترحا إلى رئيس مجلس الدوما الروسي فياتشيسلاف فولودين، الذي وافق عليه.",
        "proposed | aguila-saleh | فياتشيسلاف فولودين",
        "approved | فياتشيسلاف فولودين | aguila-saleh",
    ),
    row(
        'أوضح إسماعيل هنية أن "إسرائيل لم توافق على وقف إطلاق النار".',
        "stated | ismail-haniyeh | -",
        "approved | israel | - | negated | by=ismail-haniyeh",
    ),
]

#: What is done with the backing of another, and who goes on backing.
BACKED = [
    row("أحرز الجيش الصومالي تقدما بدعم من الولايات المتحدة.", "supported | united-states | الجيش الصومالي"),
    row(
        "تقاتل قوات سوريا الديمقراطية تنظيم داعش بدعم أمريكي.",
        "attacked | syrian-democratic-forces | islamic-state",
        "supported | united-states | syrian-democratic-forces",
    ),
    row(
        "رحب ماكرون بدعم أمريكي لأوكرانيا.",
        "welcomed | emmanuel-macron | united-states",
        "supported | united-states | ukraine",
    ),
    row("تعهد هاكان فيدان بدعم سوريا.", "promised | hakan-fidan | -"),
    row(
        "أكد لافروف أن موسكو لا تزال تدعم دمشق.",
        "affirmed | sergey-lavrov | -",
        "supported | russia | syria | by=sergey-lavrov",
    ),
    row(
        "أكد أيمن الصفدي أن السعودية كانت ولا تزال تعمل على دعم لبنان.",
        "affirmed | ayman-safadi | -",
        "supported | saudi-arabia | lebanon | by=ayman-safadi",
    ),
]

#: Missiles, further targets, and people set free or taken.
FORCE = [
    row(
        "الصاروخ الذي أطلقه الحوثيون على السعودية يحمل بصمات إيران.",
        "attacked | ansar-allah | saudi-arabia",
    ),
    row(
        "استهدفت تركيا مقاتلي داعش في شمال سوريا وكذلك حزب العمال الكردستاني في شمال العراق.",
        "attacked | turkey | islamic-state",
        "attacked | turkey | pkk",
    ),
    row(
        "طالبت منظمة العفو الدولية بالإفراج عن الناشط أحمد منصور.",
        "called-on | amnesty-international | -",
        "released | - | أحمد منصور | possible | by=amnesty-international",
    ),
    row("طالبت منظمة العفو الدولية بالإفراج عن الرهائن.", "called-on | amnesty-international | -"),
    row(
        "أدان مجلس التعاون الخليجي اعتقال عدد من المدنيين أغلبهم من النساء.",
        "condemned | gulf-cooperation-council | -",
        "arrested | - | عدد من المدنيين",
    ),
    row("تسلم رياض الأسعد أوامر الانسحاب من الموصل من نوري المالكي."),
    row("دعت حماس الفلسطينيين إلى التظاهر تنديدا باجتياح رفح.", "called-on | hamas | الفلسطينيين"),
]

#: News that somebody gets.
BRIEFED = [
    row(
        "يتلقى جو بايدن تحديثات مستمرة حول الوضع من فريق الأمن القومي.",
        "briefed | فريق الأمن القومي | joe-biden",
    ),
]

#: What "our" and "its" belong to.
WE = [
    row(
        "قال جون كيربي إننا سنأخذ على محمل الجد التزاماتنا تجاه إسرائيل.",
        "stated | john-kirby | -",
        "promised | united-states | israel | planned | by=john-kirby",
    ),
    row(
        "أعربت حركة النهضة عن انشغالها بالتعيينات التي تقوم بها الحكومة التونسية.",
        "expressed-concern | ennahda | tunisia",
    ),
    row(
        "كان فولوديمير زيلينسكي يرفض قضية وقف القتال وقضية عودة النازحين.",
        "rejected | volodymyr-zelensky | -",
    ),
]


#: Whoever is to do what is asked for is asked.
ASKED_THAT = [
    row("طالب ماكرون بأن تتحمل إسرائيل مسؤوليتها.", "called-on | emmanuel-macron | israel"),
    row(
        "دعا أنطونيو غوتيريش إلى أن توقف إسرائيل وإيران الحرب.",
        "called-on | antonio-guterres | israel",
        "called-on | antonio-guterres | iran",
    ),
    row("طالبت ألمانيا بضرورة أن تفتح إسرائيل المعابر.", "called-on | germany | israel"),
    row("دعا ماكرون مصر إلى أن توقف إسرائيل الحرب.", "called-on | emmanuel-macron | egypt"),
    row("طالب ماكرون بأن الحرب الإسرائيلية تنتهي.", "called-on | emmanuel-macron | -"),
]


@pytest.mark.parametrize(
    "row", [*ASKED_THAT, *PROTESTS, *LETTERS, *RESOLUTIONS, *ANSWERED, *BACKED, *FORCE, *BRIEFED, *WE]
)
def test_demands(row: Row) -> None:
    check(row)
