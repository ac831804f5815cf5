"""Constructions of Arabic news that tell who acts on whom in a roundabout way."""

from __future__ import annotations

import pytest

from tests.sentences import Row, check, row

#: What acts or suffers for its owner: planes of an army, positions of a group, parts of a land.
PARTS = [
    row("قصفت طائرات الجيش الإسرائيلي بلدة الخيام.", "attacked | الجيش الإسرائيلي | بلدة الخيام"),
    row("استهدف الجيش الأوكراني مواقع عسكرية في روسيا.", "attacked | الجيش الأوكراني | russia"),
    row("شنت تركيا غارات على مواقع لحزب العمال الكردستاني.", "attacked | turkey | حزب العمال الكردستاني"),
    row(
        "أطلع أنطونيو غوتيريش كامل أعضاء مجلس الأمن على التقرير.",
        "briefed | antonio-guterres | أعضاء مجلس الأمن",
    ),
]

#: Relative clauses in which the noun before is acted on.
RELATIVES = [
    row(
        "تأجلت القمة التي دعا فيها الرئيس المصري عبد الفتاح السيسي إلى الهدنة.",
        "called-on | abdel-fattah-el-sisi | -",
    ),
    row("تم الإعلان عن الخطط التي ستنفذها مصر."),
    row(
        "انتقد لافروف الفصائل التي تدعمها واشنطن.",
        "criticized | sergey-lavrov | الفصائل",
        "supported | united-states | الفصائل | by=sergey-lavrov",
        wrong="capitals after a relative clause",
    ),
    row("تأجل المؤتمر الذي تسانده الأمم المتحدة."),
    row(
        "نفت كييف مسؤوليتها عن الهجوم الذي تعرضت له محطة زابوريجيا النووية.",
        "denied | ukraine | -",
        "attacked | - | محطة زابوريجيا النووية",
    ),
    row(
        "ندد الاتحاد الأوروبي بالهجمات التي استهدفت أوكرانيا.",
        "condemned | european-union | -",
        "attacked | - | ukraine",
    ),
    row("أشاد غوتيريش بالدور الذي تقوم به قطر.", "praised | antonio-guterres | qatar"),
    row("رحبت الأمم المتحدة، بالخطوات التي اتخذتها الحكومة الأردنية.", "welcomed | united-nations | jordan"),
    row("أشاد غوتيريش بالدعم الذي تتلقاه الحكومة الأردنية.", "praised | antonio-guterres | -"),
    row("أدان محمود عباس ما تقوم به إسرائيل من استيطان.", "condemned | mahmoud-abbas | israel"),
    row(
        "غارات إسرائيل على خان يونس قتلت عشرة مدنيين.",
        "attacked | israel | خان يونس",
        "killed | israel | عشرة مدنيين",
    ),
]

#: Meetings, and what they are held for.
OCCASIONS = [
    row(
        "بدأ بلينكن محادثات مع السعودية في نيويورك أمس سعياً إلى إقناعها بفوائد الاتفاق الذي أبرم مع إيران.",
        "negotiated-with | antony-blinken | saudi-arabia",
    ),
    row(
        "استقال الوزير اللبناني سامي عادل اعتراضاً على سياسة الحكومة الإسرائيلية.",
        "resigned | سامي عادل | -",
        "rejected | سامي عادل | israel",
    ),
    row("تحدث بوتين هاتفياً مع أردوغان.", "spoke-with | vladimir-putin | recep-tayyip-erdogan"),
    row(
        "أطلقت الحكومة الأردنية حملة لحث الناخبين على التصويت.",
        "called-on | jordan | الناخبين",
    ),
    row(
        "أعلن البيت الأبيض عن اجتماع قريب للرئيس الأميركي جو بايدن مع نظيره الصيني شي جين بينغ.",
        "announced | white-house | -",
        "met-with | joe-biden | xi-jinping | by=white-house",
    ),
    row(
        "التقى بوتين نظيره الصيني شي جين بينغ لبحث التجارة.",
        "met-with | vladimir-putin | xi-jinping",
        "discussed-with | vladimir-putin | xi-jinping",
    ),
    row(
        "اتفق الصفدي مع نظيره المصري بدر عبد العاطي خلال المحادثات التي جمعتهما في عمّان.",
        "agreed-with | ayman-safadi | badr-abdelatty",
        wrong="جمعتهما: both are the object",
    ),
    row("أخفقت روسيا والسعودية في محادثات جرت بينهما أمس.", "negotiated-with | russia | saudi-arabia"),
    row(
        "أكد ماكرون أن الحل سياسي. جاء ذلك خلال اتصال هاتفي أجراه الرئيس الفرنسي مع محمد بن سلمان.",
        "affirmed | emmanuel-macron | mohammed-bin-salman",
        "spoke-with | emmanuel-macron | mohammed-bin-salman",
    ),
    row(
        "التقى أيمن الصفدي نظيره المصري بدر عبد العاطي. وتناول اللقاء الوضع في غزة.",
        "met-with | ayman-safadi | badr-abdelatty",
        "discussed-with | ayman-safadi | badr-abdelatty",
    ),
    row(
        "وقّعت فرنسا ومصر اتفاقية للتعاون في القاهرة.",
        "signed-with | france | egypt",
        "cooperated-with | france | egypt",
    ),
    row("تم اليوم التوقيع على اتفاقية بين تونس وألمانيا.", "signed-with | tunisia | germany"),
    row(
        "زار أردوغان بغداد بدعوة من محمد شياع السوداني.",
        "visited | recep-tayyip-erdogan | بغداد",
        "called-on | mohammed-shia-al-sudani | recep-tayyip-erdogan",
    ),
    row(
        "اتصلت ميلوني بنظيرها الألماني أولاف شولتس، وهنأته.",
        "spoke-with | giorgia-meloni | olaf-scholz",
        "congratulated | giorgia-meloni | olaf-scholz",
    ),
]

#: Lists: by name after a group, by what joins besides "and", by who is named first of them.
LISTS = [
    row(
        "فرضت لندن عقوبات على ثلاثة من قادة الحركة، وهم موسى أبو مرزوق وخالد مشعل.",
        "sanctioned | united-kingdom | موسى أبو مرزوق",
        "sanctioned | united-kingdom | khaled-mashal",
    ),
    row(
        "اتفقت السعودية بالإضافة إلى مصر مع السودان.",
        "agreed-with | saudi-arabia | sudan",
        "agreed-with | egypt | sudan",
    ),
    row("نددت روسيا وكذلك الصين بالغارات.", "condemned | russia | -", "condemned | china | -"),
]

#: Who is meant: governments that say "we", bodies of their leaders, honorifics, texts.
MEANT = [
    row(
        "قال بلينكن: «سنواصل فرض العقوبات على إيران».",
        "stated | antony-blinken | -",
        "sanctioned | united-states | iran | planned | by=antony-blinken",
    ),
    row(
        "قال رئيس حركة النهضة راشد الغنوشي إن حركته تدعم الحكومة التونسية.",
        "stated | راشد الغنوشي | -",
        "supported | حركة النهضة | tunisia | by=راشد الغنوشي",
    ),
    row(
        "استقبل الأمير محمد بن سلمان الرئيس التركي رجب طيب أردوغان. وأكد سموه متانة العلاقات.",
        "hosted | mohammed-bin-salman | recep-tayyip-erdogan",
        "affirmed | mohammed-bin-salman | -",
    ),
    row("وذكر بيان للبيت الأبيض أن الوضع خطير.", "stated | البيت الأبيض | -"),
    row("نقلت وكالة تاس عن لافروف قوله إن موسكو مستعدة.", "stated | sergey-lavrov | -"),
    row("أعرب غوتيريش عن إدانته للهجوم.", "condemned | antonio-guterres | -"),
    row(
        "أكد بلينكن أن الولايات المتحدة ملتزمة بالحل السلمي.",
        "affirmed | antony-blinken | -",
        "promised | united-states | - | by=antony-blinken",
    ),
]

#: Words that say more than one thing.
WORDS = [
    row("وبيّن أيمن الصفدي أن الأردن لن يقبل.", "stated | ayman-safadi | -"),
    row("وصف نتنياهو القرار بأنه خطأ."),
    row("وصف نتنياهو غوتيريش بأنه منحاز.", "criticized | benjamin-netanyahu | antonio-guterres"),
    row("تبحث فرنسا عن حل مع إيران."),
    row("دعا الشيخ الله أن يحفظ البلاد."),
    row("وأقر الاحتلال بمقتل جنديين."),
    row("استنكر الأردن تصريحات سموتريتش.", "condemned | jordan | bezalel-smotrich"),
    row("يأتي هذا بعد تصريحات لافروف عن الحرب.", "stated | sergey-lavrov | -"),
    row("أنهى قيس سعيد مهام رئيس الحكومة أحمد الحشاني.", "dismissed | kais-saied | أحمد الحشاني"),
    row("اتهم بلينكن حزب الله، المدعوم من إيران، بالتصعيد.",
        "accused | antony-blinken | حزب الله", "supported | iran | حزب الله | by=antony-blinken"),
]  # fmt: skip


#: What answers an offer, and what is told of treaties.
ANSWERS = [
    row(
        "دعا بوتين محمود عباس إلى زيارة موسكو. وأكد عباس قبوله الدعوة.",
        "called-on | vladimir-putin | mahmoud-abbas",
        "visited | mahmoud-abbas | moscow | possible | by=vladimir-putin",
        "affirmed | mahmoud-abbas | -",
        "approved | mahmoud-abbas | vladimir-putin",
    ),
    row(
        "اقترحت فرنسا هدنة على حركة حماس، لكن الحركة رفضت المقترح.",
        "proposed | france | hamas",
        "rejected | hamas | france",
    ),
    row(
        "تأتي زيارة محمود عباس إلى روسيا بدعوة من فلاديمير بوتين.",
        "visited | mahmoud-abbas | russia",
        "called-on | vladimir-putin | mahmoud-abbas",
    ),
    row(
        "اتصل ماكرون بنظيره المصري عبد الفتاح السيسي لشكره على دور القاهرة.",
        "spoke-with | emmanuel-macron | abdel-fattah-el-sisi",
        "thanked | emmanuel-macron | abdel-fattah-el-sisi",
    ),
    row(
        "التقى بوتين نظيره الصيني شي جين بينغ. واتفق الرئيسان على مواصلة المشاورات.",
        "met-with | vladimir-putin | xi-jinping",
        "agreed-with | vladimir-putin | xi-jinping",
    ),
    row(
        "أكد قيادي في حماس أن الاحتلال اضطر إلى تعديل مقترحه.",
        "affirmed | قيادي في حماس | -",
        "proposed | israel | - | by=قيادي في حماس",
    ),
    row("رفض مجلس الشيوخ المقترح.", "rejected | مجلس الشيوخ | -"),
    row("ينتظر الجميع تنفيذ الاتفاقية الموقعة بين مصر والأردن.", "signed-with | egypt | jordan"),
    row("عاد الملف إلى الواجهة بعد تعيينه في لبنان."),
    row("قال لافروف إنهم صوت سياسي مهم.", "stated | sergey-lavrov | -"),
]

#: A predicate in quotation marks has its subject before them.
QUOTED = [
    row(
        "أكد إيمانويل ماكرون أن بلاده «ستواصل دعم الجيش اللبناني».",
        "affirmed | emmanuel-macron | -",
        "supported | france | الجيش اللبناني | planned | by=emmanuel-macron",
    ),
    row(
        'ذكر الكرملين أن روسيا "لم تهدد أوكرانيا".',
        "stated | الكرملين | -",
        "threatened | russia | ukraine | negated | by=الكرملين",
    ),
    row(
        "وقالت الصحيفة إنها «تؤيد الحكومة العراقية».",
    ),
]


#: Companions, counted voters, and what somebody wanted before.
COMPANY = [
    row(
        "استقبل محمود عباس سيرغي لافروف، رفقة وفد روسي.",
        "hosted | mahmoud-abbas | sergey-lavrov",
        "hosted | mahmoud-abbas | وفد روسي",
    ),
    row("صوتت 14 دولة لصالح القرار.", "voted | 14 دولة | -"),
    row(
        "أرادت واشنطن تمديد الاتفاق، لكن الحكومة النيجرية رفضت ذلك.",
        "rejected | niger | united-states",
    ),
    row(
        "قال لافروف إن روسيا في حوار مع إيران.",
        "stated | sergey-lavrov | -",
        "discussed-with | russia | iran | by=sergey-lavrov",
    ),
]

#: Who is fought is not backed, and a role with a nationality is nobody of another.
AGAINST = [
    row("أعرب الاتحاد الأوروبي عن دعمه للعمليات التي تشن ضد «بوكو حرام»."),
    row(
        "قال السفير الصيني لدى اليمن إن الهدنة قريبة. وأكد المسؤول الفرنسي أن عدن تحررت.",
        "stated | السفير الصيني لدى اليمن | -",
    ),
]

#: Media are visited, too.
MEDIA = [row("قام بوتين، أمس، بزيارة لمقر صحيفة عكاظ.", "visited | vladimir-putin | okaz")]

#: Meetings and work with others that the subject of another verb has a part in.
SIDES = [
    row(
        "أشار محمد شياع السوداني إلى أن الزيارة ستشهد لقاءات مع أنتوني بلينكن.",
        "stated | محمد شياع السوداني | -",
        "met-with | محمد شياع السوداني | antony-blinken | planned | by=محمد شياع السوداني",
    ),
    row(
        "إسبانيا تثمن تنفيذ التعاون مع المغرب.",
        "praised | spain | morocco",
        "cooperated-with | spain | morocco",
    ),
    row(
        "قال لافروف إن القرار صدر دون تشاور مع فرنسا.",
        "stated | sergey-lavrov | -",
    ),
]

#: Verbs that only describe a noun, and texts that speak for those who adopted them.
DESCRIBED = [
    row("أكد لافروف وجود ظاهرة تهدد أوكرانيا.", "affirmed | sergey-lavrov | -"),
    row(
        "وافق مجلس الأمن على قرار يطالب إسرائيل بوقف القتال.",
        "approved | مجلس الأمن | -",
        "called-on | مجلس الأمن | israel",
    ),
    row("مروان البرغوثي يتوجه برسالة إلى حركة فتح.", "stated | marwan-barghouti | حركة فتح"),
]

#: On whom an act falls suffers it: nobody condemns him for it.
SUFFERERS = [
    row(
        "أدان الاتحاد الأوروبي الهجوم على أوكرانيا.",
        "condemned | european-union | -",
        "attacked | - | ukraine",
    ),
    row(
        "ندد الأردن باعتداء إسرائيل على سوريا.",
        "condemned | jordan | israel",
        "attacked | israel | syria",
    ),
    row("رفضت قطر الضغط على حماس.", "rejected | qatar | -"),
    row("حذرت روسيا من هجوم على إيران.", "warned | russia | -"),
]

#: Subjects that say only what somebody known is.
ROLES = [
    row(
        "قال وزير الصحة المغربي خالد آيت الطالب إن القطاع يعاني. وأقر المسؤول الحكومي ذاته بأن الأطباء قلة.",
        "stated | خالد آيت الطالب | -",
    ),
    row(
        "قالت وكالة رويترز إن الحرب طالت. وأكد المصدر أن الهدنة بعيدة.",
        "stated | وكالة رويترز | -",
        "affirmed | وكالة رويترز | -",
    ),
    row(
        "ندد لافروف بالهجوم. ونبه الخبير الأمني دلغوم القيصوم إلى خطره.",
        "condemned | sergey-lavrov | -",
        "stated | دلغوم القيصوم | -",
    ),
]


#: Whose act it is that somebody is asked for; what is approved is a thing.
ASKED = [
    row(
        "دعا هاكان فيدان إسرائيل إلى وقف هجماتها على حركة حماس.",
        "called-on | hakan-fidan | israel",
        "attacked | israel | hamas | possible | by=hakan-fidan",
    ),
    row(
        "وصل فؤاد حسين إلى عمان. وصادق عليه البرلمان الأوروبي.",
        "visited | fuad-hussein | amman",
        "approved | european-parliament | -",
    ),
]

#: Whose the thing is that is judged, given or refused; things that arrive; titles of two states side by side.
OWNERS = [
    row(
        "ثمن محمود عباس الدعم القطري للشعب الفلسطيني.",
        "praised | mahmoud-abbas | qatar",
        "supported | qatar | الشعب الفلسطيني",
    ),
    row("رفضت حركة حماس المقترح الإسرائيلي.", "rejected | hamas | israel"),
    row("رفض مجلس الأمن مشروع القرار الروسي.", "rejected | un-security-council | russia"),
    row("وافقت إيران على المقترح الأميركي.", "approved | iran | united-states"),
    row("وصلت المساعدات السعودية إلى اليمن.", "aided | saudi-arabia | yemen"),
    row(
        "أعلنت الأمم المتحدة وصول المساعدات السعودية إلى اليمن.",
        "announced | united-nations | -",
        "aided | saudi-arabia | yemen | by=united-nations",
    ),
    row("الهجمات التي يشنها تنظيم داعش في العراق مستمرة.", "attacked | islamic-state | iraq"),
    row(
        "أدان فؤاد حسين دعم واشنطن لتل أبيب.",
        "condemned | fuad-hussein | united-states",
        "supported | united-states | israel",
    ),
    row(
        "أكد عبد الفتاح السيسي وقوف مصر إلى جانب العراق.",
        "affirmed | abdel-fattah-el-sisi | -",
        "supported | egypt | iraq | by=abdel-fattah-el-sisi",
    ),
    row(
        "رفع وزير الصحة السعودي فهد الجلاجل التهاني إلى الملك سلمان.",
        "congratulated | فهد الجلاجل | salman-bin-abdulaziz",
    ),
    row(
        "التقى آموس هوكشتاين نجيب ميقاتي الذي شكره على جهوده.",
        "met-with | amos-hochstein | najib-mikati",
        "thanked | najib-mikati | amos-hochstein",
    ),
    row(
        "أشار جون كيربي إلى أن رفض تركيا السماح للأميركيين زاد الخلافات.",
        "stated | john-kirby | -",
        "rejected | turkey | الأميركيين | by=john-kirby",
    ),
    row("قتل 32 شخصا في تفجير نسب للتنظيم.", "killed | - | 32 شخصا"),
    row("قصفت مقاتلات إف-16 تركية مواقع في العراق.", "attacked | turkey | iraq"),
    row("بحسب ما أعلن مسعفون، قتل خمسة أشخاص في اشتباكات بين قوات وجماعات.", "killed | - | خمسة أشخاص"),
    row("تلقى جو بايدن إحاطة من فريق الأمن القومي.", "briefed | فريق الأمن القومي | joe-biden"),
    row(
        "قال جون كيربي إن المسؤولين الأميركيين على «تواصل مستمر» مع هاكان فيدان.",
        "stated | john-kirby | -",
        "spoke-with | المسؤولين الأميركيين | hakan-fidan | by=john-kirby",
    ),
    row("نفت إيران الاتهامات الأميركية.", "denied | iran | united-states"),
    row("تعرضت كييف لهجوم روسي.", "attacked | russia | ukraine"),
    row("تعاني أوكرانيا من القصف الروسي.", "attacked | russia | ukraine"),
    row("تشهد الصومال هجمات تشنها حركة الشباب.", "attacked | al-shabaab | somalia"),
    row("تعمل السعودية على دعم لبنان.", "supported | saudi-arabia | lebanon"),
    row(
        "زار أنطونيو غوتيريش بيروت لدعم الشعب اللبناني.",
        "visited | antonio-guterres | beirut",
        "supported | antonio-guterres | الشعب اللبناني",
    ),
    row("عقد الرئيس اليمني اجتماعاً ضم وزير الدفاع.", "met-with | الرئيس اليمني | وزير الدفاع"),
    row(
        "عقد اجتماع ما بين وزارة الخارجية السويسرية وحركة حماس.",
        "met-with | وزارة الخارجية السويسرية | hamas",
    ),
    row("استقبل رئيس البرلمان العربي سفير الصين.", "hosted | رئيس البرلمان العربي | سفير الصين"),
    row("وصف آبي أحمد زيارة الوفد بأنها بداية جديدة.", "stated | abiy-ahmed | -"),
    row("وقفت مصر إلى جانب العراق.", "supported | egypt | iraq"),
    row("رفض الأردن تهجير الفلسطينيين.", "rejected | jordan | -"),
    row(
        "أعلنت حركة حماس رفضها المقترح الذي قدمته إسرائيل.",
        "announced | hamas | -",
        "rejected | hamas | israel",
        "proposed | israel | - | by=hamas",
        wrong="what was refused was proposed all the same",
    ),
    row(
        "أكد عبد الفتاح السيسي حرص مصر على دعم السودان.",
        "affirmed | abdel-fattah-el-sisi | -",
        "supported | egypt | sudan | by=abdel-fattah-el-sisi",
    ),
    row("انتخب حسن شيخ محمود رئيساً للصومال.", "appointed | - | حسن شيخ محمود"),
    row("صوت البرلمان اللبناني لصالح جوزيف عون.", "voted | مجلس النواب اللبناني | جوزيف عون"),
    row("سحب البرلمان العراقي الثقة من وزير الدفاع.", "dismissed | مجلس النواب العراقي | وزير الدفاع"),
    row("التقى ملك الأردن الرئيس الفرنسي.", "met-with | ملك الأردن | الرئيس الفرنسي"),
    row("استقبل أمير قطر رئيس الوزراء الباكستاني.", "hosted | أمير قطر | رئيس الوزراء الباكستاني"),
]


@pytest.mark.parametrize(
    "row",
    [
        *COMPANY,
        *AGAINST,
        *MEDIA,
        *SIDES,
        *DESCRIBED,
        *SUFFERERS,
        *ROLES,
        *PARTS,
        *RELATIVES,
        *OCCASIONS,
        *LISTS,
        *MEANT,
        *WORDS,
        *ANSWERS,
        *QUOTED,
        *ASKED,
        *OWNERS,
    ],
)
def test_construction(row: Row) -> None:
    check(row)
