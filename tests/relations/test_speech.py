"""Who speaks and to whom: texts that speak for their authors, unknown speakers, addressees."""

from __future__ import annotations

import pytest

from tests.sentences import Row, check, row

TEXTS = [
    row(
        "أدان الرئيس اللبناني جوزيف عون القصف. وقال بيان صادر عن وزارة الدفاع السورية إن العملية انتهت.",
        "condemned | جوزيف عون | -",
        "stated | وزارة الدفاع السورية | -",
    ),
    row(
        "أعلنت وزارة الصحة الأردنية في بيان خطة جديدة. وقال الملك عبد الله الثاني إن الخطة جيدة. "
        "وأوضح البيان أن الخطة تبدأ قريباً.",
        "announced | وزارة الصحة الأردنية | -",
        "stated | abdullah-ii | -",
        "stated | وزارة الصحة الأردنية | -",
    ),
    row(
        "وذكر بلاغ إعلامي لوزارة الخارجية المغربية أن المعبر مفتوح.",
        "stated | وزارة الخارجية المغربية | -",
    ),
]

SURNAMES = [
    row(
        "وصل رئيس الحكومة التونسية يوسف الشاهد إلى باريس. وأكد الشاهد أن الزيارة ناجحة.",
        "visited | youssef-chahed | paris",
        "affirmed | youssef-chahed | -",
    ),
    row(
        "قال رئيس الحكومة التونسية يوسف الشاهد إن القضية معقدة. وحضر الشاهد الثاني الجلسة.",
        "stated | youssef-chahed | -",
    ),
    row(
        "قال الناشط الحقوقي سليم أردوغان إن القضية معقدة. وأكد أردوغان أن الحل قريب.",
        "stated | سليم أردوغان | -",
        "affirmed | سليم أردوغان | -",
    ),
    row(
        "قال أردوغان إن القضية معقدة. وذكر سليم أردوغان أن الحل قريب. وأكد أردوغان أن الأزمة مستمرة.",
        "stated | recep-tayyip-erdogan | -",
        "stated | سليم أردوغان | -",
        "affirmed | recep-tayyip-erdogan | -",
    ),
    row(
        "قال وزير الدفاع الأميركي السابق أشتون كارتر إن الوضع صعب. ووصل كارتر صباح أمس إلى بغداد.",
        "stated | ash-carter | -",
        "visited | ash-carter | baghdad",
    ),
]

PASSING = [
    row(
        "قال الوزير الأردني أيمن الصفدي في رسالة اطلعت عليها رويترز إن الوضع صعب، مؤكداً أن الحل قريب.",
        "stated | ayman-safadi | -",
        "affirmed | ayman-safadi | -",
    ),
    row(
        "انتقدت وزارة الصحة الأردنية في بيان (حصلت رويترز على نسخة منه) إسرائيل، مبينة أن المعبر مغلق.",
        "stated | وزارة الصحة الأردنية | -",
        "criticized | وزارة الصحة الأردنية | israel",
        wrong="the object behind a bracket",
    ),
    row(
        "أطلع أيمن الصفدي نظيره المصري سامح شكري على نتائج الزيارة.",
        "briefed | ayman-safadi | sameh-shoukry",
    ),
    row(
        "وعن مشاركة الحوثيين قال أيمن الصفدي إن الوضع صعب.",
        "stated | ayman-safadi | -",
    ),
    row(
        "نشرت رويترز تقريراً عن الأزمة، وأكدت أن الحل قريب.",
        "affirmed | reuters | -",
    ),
]

ADDRESSEES = [
    row(
        "هاجم متظاهرون السفارة، فيما وصف سيرغي لافروف في تصريح لوكالة رويترز الوضع بالصعب.",
        "stated | sergey-lavrov | reuters",
    ),
    row(
        "أكد سيرغي لافروف لمحمود عباس دعمه.",
        "affirmed | sergey-lavrov | mahmoud-abbas",
        "supported | sergey-lavrov | mahmoud-abbas",
    ),
    row(
        "وفي كلمة ألقاها أمام البرلمان الأوروبي، أكدت أورسولا فون دير لاين أن الدعم باق.",
        "affirmed | ursula-von-der-leyen | european-parliament",
    ),
    row(
        "قال الملك عبد الله الثاني في مقابلة مع شبكة «سي إن إن» إن الوضع خطير.",
        "stated | abdullah-ii | cnn",
    ),
    row(
        "قال الملك عبد الله الثاني في كلمة له أمس إن الجيش مستعد.",
        "stated | abdullah-ii | -",
    ),
    row(
        "التقى سيرغي لافروف السفير المصري. وقال لافروف في تصريح له إن الوضع صعب.",
        "met-with | sergey-lavrov | السفير المصري",
        "stated | sergey-lavrov | -",
    ),
    row(
        "قال سيرغي لافروف لأنتوني بلينكن إن الوقت ينفد. وأضاف أن الاتفاق ممكن.",
        "stated | sergey-lavrov | antony-blinken",
    ),
    row(
        "قال سيرغي لافروف لأنتوني بلينكن إن الوقت ينفد. وقال هاكان فيدان إن الوضع صعب. وأضاف أن الحل قريب.",
        "stated | sergey-lavrov | antony-blinken",
        "stated | hakan-fidan | -",
    ),
    row(
        "أكد هاكان فيدان أن الاتفاق قريب. وقال فيدان في تصريح لوكالة رويترز إن الموعد محدد.",
        "affirmed | hakan-fidan | -",
        "stated | hakan-fidan | reuters",
    ),
]

UNKNOWN = [
    row(
        "قال سيرغي لافروف إن الوقت ينفد. وقال شهود من القرية إن الطريق مقطوع، مشيرين إلى أن الجسر سقط. "
        "وأضاف أن الجسر قديم.",
        "stated | sergey-lavrov | -",
    ),
]

THINGS = [
    row("قال هاكان فيدان إن المشاهد المصورة تشير إلى أن الجسر سقط.", "stated | hakan-fidan | -"),
    row(
        "قال هاكان فيدان إن الوضع صعب. ونشرت أنقرة معلومات موثقة تفيد أن الجسر سقط.",
        "stated | hakan-fidan | -",
    ),
    row(
        "وصل هاكان فيدان إلى عمان. وفي الوقت ذاته نشر هاكان فيدان رسالة يؤكد فيها أن الوضع صعب.",
        "visited | hakan-fidan | amman",
        "affirmed | hakan-fidan | -",
    ),
    row(
        "التقى هاكان فيدان فؤاد حسين. وشن سلاح الإشارة العراقي غارات على مواقع تنظيم داعش.",
        "met-with | hakan-fidan | fuad-hussein",
    ),
]

HEARERS = [
    row(
        "وتعرضت إسرائيل لانتقادات من فرنسا بسبب حصار لبنان.",
        "criticized | france | israel",
    ),
    row(
        "وصفت روسيا التصريحات البريطانية بأنها عدائية.",
        "criticized | russia | united-kingdom",
    ),
    row(
        "وشدد بيان حماس، الذي صدر مساء الأحد، على رفض الوصاية.",
        "affirmed | hamas | -",
    ),
    row(
        "وكان هاكان فيدان، الذي تقع بلاده قرب العراق، قد اتهم إسرائيل بالكذب.",
        "accused | hakan-fidan | israel",
    ),
    row(
        "ونددت فرنسا بعمليات القتل التي ارتكبتها قوات الدعم السريع.",
        "condemned | france | rapid-support-forces",
    ),
    row(
        "وأكد هاكان فيدان، خلال الاجتماع مع فؤاد حسين، أن الأمن مشترك.",
        "affirmed | hakan-fidan | fuad-hussein",
        "met-with | fuad-hussein | hakan-fidan",
    ),
    row(
        "ورداً على سؤال للصحافيين عن الميزانية، أوضح فؤاد حسين أن الأمور طبيعية.",
        "stated | fuad-hussein | الصحافيين",
    ),
    row(
        "وقال هاكان فيدان، جواباً عن أسئلة الصحافيين، إن الحل قريب.",
        "stated | hakan-fidan | الصحافيين",
    ),
    row(
        "وقال هاكان فيدان رداً على سؤال حول موقف الحكومة المصرية إن الحل قريب.",
        "stated | hakan-fidan | -",
    ),
    row(
        "خاطب الرئيس محمود عباس الشعب الفلسطيني قائلاً إن الفرج قريب.",
        "stated | mahmoud-abbas | الشعب الفلسطيني",
    ),
    row(
        "وصل وزير الصحة العراقي سالم الحربي إلى عمان. وقال الوزير للصحافيين إن الوضع صعب.",
        "visited | سالم الحربي | amman",
        "stated | سالم الحربي | الصحافيين",
    ),
    row(
        "قال هاكان فيدان إن الشاحنات في الطريق. ووصلت بعضها إلى بغداد.",
        "stated | hakan-fidan | -",
    ),
]

ITSELF = [
    row(
        "قال سالم الحربي إن الوضع صعب. وكان في القاعة ما لا يقل عن عشرة كراسي.",
        "stated | سالم الحربي | -",
    ),
    row(
        "طالبت منظمة العفو الدولية مصر بالتحقيق. وقال سيرغي لافروف إن الوضع صعب. "
        "ودعت الجمعية ذاتها الحكومة العراقية إلى التدخل.",
        "called-on | amnesty-international | egypt",
        "stated | sergey-lavrov | -",
        "called-on | amnesty-international | iraq",
    ),
    row(
        "قال سالم الحربي إن الوضع صعب. ودعا المتحدث ذاته حزب الوفد إلى الحوار.",
        "stated | سالم الحربي | -",
        "called-on | سالم الحربي | حزب الوفد",
    ),
    row(
        "قال سيرغي لافروف في تصريحات تناقلتها وكالة رويترز إن الوضع صعب.",
        "stated | sergey-lavrov | -",
    ),
]

HONOURS = [
    row(
        "وصل هاكان فيدان إلى عمان. وشدد اللواء سالم الحربي على أن الحدود آمنة.",
        "visited | hakan-fidan | amman",
        "affirmed | سالم الحربي | -",
    ),
    row(
        "قال هاكان فيدان إن الوضع صعب. وأكد فخامة الرئيس اللبناني جوزيف عون أن الحوار ضروري.",
        "stated | hakan-fidan | -",
        "affirmed | جوزيف عون | -",
    ),
    row("وأكدت سعادة السفيرة منى الحربي أن المعرض ناجح.", "affirmed | منى الحربي | -"),
]

WORDS = [
    row(
        "نوه الرئيس اللبناني جوزيف عون إلى أن الحوار ضروري، منوهاً بدور قطر.",
        "stated | جوزيف عون | -",
        "praised | جوزيف عون | qatar",
    ),
    row(
        "وذكر وزير الخارجية التركي هاكان فيدان، الذي يزور بغداد، أن الاتفاق قريب.",
        "stated | hakan-fidan | -",
        "visited | hakan-fidan | baghdad",
    ),
    row("التقى هاكان فيدان فؤاد حسين. ولم يحرز الملف تقدماً يذكر.", "met-with | hakan-fidan | fuad-hussein"),
    row("علقت الهند الرحلات إلى كابول."),
]


@pytest.mark.parametrize(
    "row",
    [*TEXTS, *SURNAMES, *PASSING, *ADDRESSEES, *UNKNOWN, *THINGS, *HEARERS, *ITSELF, *HONOURS, *WORDS],
)
def test_speech(row: Row) -> None:
    check(row)
