"""Invented sentences that are hard to set: what stands in them is what letters and hand-outs are made of."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.documents.typography import Direction


@dataclass(frozen=True)
class Specimen:
    """One paragraph. `width` of its column and `size` in points."""

    name: str
    text: str
    direction: Direction = "rtl"
    width: float = 240.0
    size: float = 11.0


RIGHT_TO_LEFT = (
    Specimen(
        "citation",
        "يمكن تمديد تصريح الإقامة وفقا للمادة § 25 Abs. 5 S. 1 AufenthG إذا كانت المغادرة مستحيلة،"
        " انظر أيضا § 60a Abs. 2 AufenthG و(§ 25b AufenthG).",
    ),
    Specimen("two citations in a row", "تنطبق § 25 Abs. 5 AufenthG, § 26 Abs. 4 AufenthG; § 9 AufenthG معا."),
    Specimen(
        "a number after a citation", "حسب § 25 Abs. 5: 18 شهرا من وقف الترحيل، وفي § 26 Abs. 1: 6 أشهر."
    ),
    Specimen(
        "brackets and guillemets",
        "قالت الموظفة: «نعم [غدا]» (في مكتب الأجانب (ABH) بمدينة Jena) ثم أضافت „Duldung“.",
    ),
    Specimen("two brackets in a row", "مكتب الأجانب (ABH) (Jena) مفتوح يوم الاثنين."),
    Specimen("telephone", "اتصل بالرقم 0151 2345678 أو +49 (0)341 99-88 77 قبل الساعة 15:30."),
    Specimen("telephone in Arabic digits", "الهاتف ٠١٥١ ٢٣٤٥٦٧٨ متاح يوميا من ٩:٠٠ إلى ١٥:٣٠."),
    Specimen("dates", "التصريح صالح حتى 31.01.2027 والموعد في 04.12.2026؛ تاريخ الميلاد ١٣٧٨/٠٩/٠٢."),
    Specimen("a span of dates", "الإقامة 02.05.2019 – 10.03.2021 ثم 02.04.2021 - 22.11.2026 دون انقطاع."),
    Specimen("amounts", "الرسوم 93,00 € أو 1.250,50 EUR، والنسبة 51 % من الدخل؛ ناقص −5 €."),
    Specimen("measures", "صورة بقياس 35 × 45 mm ومسافة 2,5 km."),
    Specimen("file numbers", "رقم الملف 12345/AB ورقم المكتب 33.2-12/345-B والمرجع AZ: 7 K 12/26.A هنا."),
    Specimen("mail and page", "اكتب إلى info@saaletal.example أو https://www.example.org/a?b=c_d&e=1 فورا."),
    Specimen("a numbered line", "1. § 25 Abs. 5 AufenthG: ممكن\n2. أحضر الجواز.\n٣) الصورة"),
    Specimen("names in two scripts", "السيد محمد نظر الأحمدي (Mohammad Nazar AL-AHMADI) من Kabul – کابل."),
    Specimen("vowel signs", "شُكْراً جَزِيلاً لِلْمُسَاعَدَةِ فِي تَجْدِيدِ تَصْرِيحِ الْإِقَامَةِ مَرَّةً أُخْرَى."),
    Specimen(
        "Dari",
        "اجازهٔ اقامت شما باید پیش از تاریخ ۳۱ جنوری ۲۰۲۷ (31.01.2027) تمدید شود. می‌خواهیم پاسپورت، عکس"
        " و قرارداد کار را با خود بیاورید؛ فیس آن 93 € است (§ 44 AufenthV).",
    ),
    Specimen(
        "Pashto",
        "ستاسو د استوګنې اجازه باید د 31.01.2027 نېټې څخه مخکې وغځول شي. مهرباني وکړئ پاسپورټ، عکس او د کار"
        " تړون له ځان سره راوړئ (§ 25 Abs. 3 AufenthG)، ټولې پاڼې.",
    ),
    Specimen(
        "Sorani",
        "مۆڵەتی نیشتەجێبوونەکەت دەبێت پێش 31.01.2027 نوێ بکرێتەوە. تکایە پاسپۆرت، وێنە و گرێبەستی کار"
        " لەگەڵ خۆت بهێنە (§ 25b Abs. 1 AufenthG)، هەموو ڕووپەڕەکان.",
    ),
    Specimen("a long word", "x" * 10 + "محمد" * 24 + "12345"),
)

LEFT_TO_RIGHT = (
    Specimen(
        "German with a name",
        "Herr Mohammad Nazar AL-AHMADI (محمد نظر الأحمدي), Az. 33.2-12/345-B, beantragt nach § 25 Abs. 5"
        " AufenthG die Erteilung; die Gebühr von 93,00 € entfällt.",
        "ltr",
    ),
    Specimen("two names in German", "Frau زهرا کریمی 12/345 und Herr احمد شاه, geboren 1999.", "ltr"),
    Specimen("one name in two scripts", "Ali محمد Khan-ኣማኑኤል Öztürk", "ltr"),
    Specimen(
        "Tigrinya",
        "ፍቓድ መንበሪኹም ቅድሚ 31.01.2027 ክሕደስ ኣለዎ። ብኽብረትኩም ፓስፖርት፣ ስእልን ውዕል ስራሕን ሒዝኩም ምጹ"
        " (§ 25 Abs. 3 AufenthG)፤ 93 € ይኽፈል።",
        "ltr",
    ),
    Specimen(
        "Ukrainian",
        "Ваш дозвіл на проживання треба продовжити до 31.01.2027 (§ 24 AufenthG). Візьміть із собою"
        " паспорт, фотографію й трудовий договір; під'їзд ґанку.",
        "ltr",
    ),
    Specimen(
        "Russian",
        "Вид на жительство необходимо продлить до 31.01.2027 (§ 25 Abs. 3 AufenthG). Возьмите с собой"
        " паспорт, фотографию и трудовой договор; объём, ещё.",
        "ltr",
    ),
    Specimen(
        "Turkish",
        "Oturma izninizin 31.01.2027 tarihinden önce uzatılması gerekir (§ 25 Abs. 5 AufenthG). Pasaport,"
        " fotoğraf ve iş sözleşmesini getiriniz; İstanbul, ığdır.",
        "ltr",
    ),
    Specimen(
        "French",
        "Votre titre de séjour doit être prolongé avant le 31.01.2027 (§ 25 Abs. 5 AufenthG). Apportez le"
        " passeport, une photo et le contrat de travail : « merci », cœur, Noël.",
        "ltr",
    ),
    Specimen(
        "Kurmanji",
        "Destûra rûniştina te divê berî 31.01.2027 were dirêjkirin (§ 25 Abs. 3 AufenthG). Ji kerema xwe"
        " pasaport, wêne û peymana karî bi xwe re bîne; çîrok, şêwaz.",
        "ltr",
    ),
    Specimen(
        "Somali",
        "Ogolaanshahaaga deganaanshaha waa in la cusbooneysiiyaa ka hor 31.01.2027 (§ 25 Abs. 3 AufenthG)."
        " Fadlan keen baasaboorka, sawirka iyo heshiiska shaqada.",
        "ltr",
    ),
    Specimen(
        "Vietnamese",
        "Giấy phép cư trú của quý vị phải được gia hạn trước ngày 31.01.2027 (§ 25 Abs. 5 AufenthG). Xin"
        " mang theo hộ chiếu, ảnh và hợp đồng lao động; những người ở Đức.",
        "ltr",
    ),
)

ALL = RIGHT_TO_LEFT + LEFT_TO_RIGHT
