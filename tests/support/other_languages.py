"""A small invented article in each of several languages, with a question that its third paragraph answers.

Each article has a title, a paragraph with somebody's words in the quotation marks of its language, one about
something else, the one that answers in its first sentence, and one more. Nobody in them exists.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Article:
    language: str
    question: str
    title: str
    quoted: str
    other: str
    answer: str
    last: str
    #: Who speaks in ``quoted``.
    speaker: str
    #: The first sentence of ``answer``.
    sentence: str
    #: A word of ``answer`` that stands nowhere else.
    word: str

    @property
    def text(self):
        return "\n\n".join([self.title, self.quoted, self.other, self.answer, self.last]) + "\n"


ARTICLES = [
    Article(
        "Arabic",
        "كم سفينة رست في ميناء مرجان؟",
        "أخبار ميناء مرجان",
        "قالت العمدة سلمى الوادي: «سنبني جسراً جديداً قبل الشتاء».",
        "تبيع السوق القديمة التمر والخبز كل صباح.",
        "رست تسع سفن في ميناء مرجان يوم الاثنين. وقد فرح الصيادون بذلك.",
        "أغلقت المكتبة أبوابها بسبب المطر.",
        "سلمى الوادي",
        "رست تسع سفن في ميناء مرجان يوم الاثنين.",
        "الصيادون",
    ),
    Article(
        "Persian",
        "کتابخانهٔ سنگ‌رود چه روزی باز می‌شود؟",
        "خبرهای شهر سنگ‌رود",
        "شهردار نادر کهربا گفت: «پل تازه را پیش از زمستان می‌سازیم».",
        "بازار کهنه هر بامداد نان و خرما می‌فروشد.",
        "کتابخانهٔ سنگ‌رود روز یکشنبه باز می‌شود. کودکان زیادی منتظر آن بودند.",
        "ماهیگیران دیروز به دریا نرفتند.",
        "نادر کهربا",
        "کتابخانهٔ سنگ‌رود روز یکشنبه باز می‌شود.",
        "یکشنبه",
    ),
    Article(
        "Chinese",
        "石湾港的渡轮几点开？",
        "石湾港新闻",
        "市长林海月说：“我们会在冬天以前修好新桥。”",
        "老市场每天早上卖面包和枣子。",
        "石湾港的渡轮早上六点开。渔民们都很高兴。",
        "图书馆因为下雨关门了。",
        "林海月",
        "石湾港的渡轮早上六点开。",
        "渡轮",
    ),
    Article(
        "Japanese",
        "灯台の図書館はいつ開きますか。",
        "貝浜町の知らせ",
        "町長の砂川みどりは「冬までに新しい橋を作ります」と述べた。",
        "古い市場では毎朝パンと魚を売っている。",
        "灯台の図書館は日曜日に開きます。子どもたちはとても喜んだ。",
        "漁師は昨日海に出なかった。",
        "砂川みどり",
        "灯台の図書館は日曜日に開きます。",
        "図書館",
    ),
    Article(
        "Hindi",
        "सोनघाट का पुस्तकालय किस दिन खुलता है?",
        "सोनघाट के समाचार",
        "महापौर आशा वर्मा ने कहा, “हम सर्दियों से पहले नया पुल बनाएँगे।”",
        "पुराने बाज़ार में हर सुबह रोटी और खजूर बिकते हैं।",
        "सोनघाट का पुस्तकालय रविवार को खुलता है। बच्चे बहुत खुश हुए।",
        "मछुआरे कल समुद्र में नहीं गए।",
        "आशा वर्मा",
        "सोनघाट का पुस्तकालय रविवार को खुलता है।",
        "पुस्तकालय",
    ),
    Article(
        "Russian",
        "Сколько лодок стояло в гавани Верхнего Дола?",
        "Новости Верхнего Дола",
        "«Мы построим новый мост до зимы», — сказала мэр Олена Верба.",
        "Старый рынок каждое утро продаёт хлеб и рыбу.",
        "В гавани Верхнего Дола стояло девять лодок. Рыбаки обрадовались.",
        "Библиотека закрылась из-за дождя.",
        "Олена Верба",
        "В гавани Верхнего Дола стояло девять лодок.",
        "гавани",
    ),
    Article(
        "German",
        "Wann öffnet die Bücherei von Krähenwerder?",
        "Neues aus Krähenwerder",
        "„Wir bauen vor dem Winter eine neue Brücke“, sagte Bürgermeisterin Frauke Möwes.",
        "Der alte Markt verkauft jeden Morgen Brot und Fisch.",
        "Die Bücherei von Krähenwerder öffnet nun auch am Sonntag. Die Kinder freuten sich sehr.",
        "Die Fischer fuhren gestern nicht hinaus.",
        "Frauke Möwes",
        "Die Bücherei von Krähenwerder öffnet nun auch am Sonntag.",
        "BÜCHEREI",
    ),
    Article(
        "Turkish",
        "Martı Koyu kütüphanesi hangi gün açılıyor?",
        "Martı Koyu haberleri",
        "Belediye başkanı Işıl Kayalı, “Kıştan önce yeni bir köprü yapacağız” dedi.",
        "Eski çarşıda her sabah ekmek ve balık satılır.",
        "Martı Koyu kütüphanesi pazar günü açılıyor. Çocuklar çok sevindi.",
        "Balıkçılar dün denize çıkmadı.",
        "Işıl Kayalı",
        "Martı Koyu kütüphanesi pazar günü açılıyor.",
        "AÇILIYOR",
    ),
    Article(
        "Greek",
        "Πότε ανοίγει η βιβλιοθήκη της Γλαρονησίδας;",
        "Νέα από τη Γλαρονησίδα",
        "«Θα χτίσουμε νέα γέφυρα πριν από τον χειμώνα», είπε ο δήμαρχος Νίκος Βράχος.",
        "Η παλιά αγορά πουλάει κάθε πρωί ψωμί και ψάρια.",
        "Η βιβλιοθήκη της Γλαρονησίδας ανοίγει την Κυριακή. Τα παιδιά χάρηκαν πολύ.",
        "Οι ψαράδες δεν βγήκαν χθες στη θάλασσα.",
        "Νίκος Βράχος",
        "Η βιβλιοθήκη της Γλαρονησίδας ανοίγει την Κυριακή.",
        "ΒΙΒΛΙΟΘΗΚΗ",
    ),
    Article(
        "Thai",
        "ห้องสมุดบ้านหอยขาวเปิดวันไหน",
        "ข่าวบ้านหอยขาว",
        "นายกเทศมนตรีดาวเรือง คลองใส กล่าวว่า “เราจะสร้างสะพานใหม่ก่อนฤดูหนาว”",
        "ตลาดเก่าขายขนมปังและปลาทุกเช้า",
        "ห้องสมุดบ้านหอยขาวเปิดวันอาทิตย์ เด็กๆ ดีใจมาก",
        "ชาวประมงไม่ได้ออกทะเลเมื่อวานนี้",
        "ดาวเรือง คลองใส",
        "ห้องสมุดบ้านหอยขาวเปิดวันอาทิตย์ เด็กๆ ดีใจมาก",
        "ห้องสมุด",
    ),
    Article(
        "Hebrew",
        "באיזה יום נפתחת הספרייה של חוף השחף?",
        "חדשות חוף השחף",
        "ראש העיר רות כרמי אמרה: „נבנה גשר חדש לפני החורף”.",
        "השוק הישן מוכר בכל בוקר לחם ודגים.",
        "הספרייה של חוף השחף נפתחת ביום ראשון. הילדים שמחו מאוד.",
        "הדייגים לא יצאו אתמול לים.",
        "רות כרמי",
        "הספרייה של חוף השחף נפתחת ביום ראשון.",
        "הספרייה",
    ),
]
