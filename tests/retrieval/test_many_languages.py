"""One index of ten languages, asked in each, with the packaged model, which knows none of them."""

import pytest

from retrieval.answering.searcher import open_index
from retrieval.indexing.build import build_index

MUSEUMS = {
    "ru": (
        "Музей истории города открылся в здании старой почты. Он "
        "принимает гостей каждый день, кроме понедельника. В 1998 "
        "году к зданию пристроили новый зал. Директором музея "
        "работает Анна Петрова. В коллекции двенадцать тысяч "
        "предметов."
    ),
    "ar": (
        "افتتح متحف المدينة في مبنى البريد القديم. يستقبل المتحف "
        "الزوار كل يوم ما عدا الاثنين. في عام 1998 أضيفت قاعة جديدة "
        "إلى المبنى. تعمل سلمى حداد مديرة للمتحف. تضم المجموعة اثني "
        "عشر ألف قطعة."
    ),
    "tr": (
        "Şehir müzesi eski postane binasında açıldı. Müze pazartesi "
        "dışında her gün ziyaretçi kabul eder. 1998 yılında binaya "
        "yeni bir salon eklendi. Müzenin müdürü Ayşe Demir'dir. "
        "Koleksiyonda on iki bin parça bulunuyor."
    ),
    "th": (
        "พิพิธภัณฑ์เมืองเปิดในอาคารไปรษณีย์เก่า "
        "พิพิธภัณฑ์เปิดทุกวันยกเว้นวันจันทร์\n\nในปี 1998 "
        "มีการสร้างห้องโถงใหม่\n\nผู้อำนวยการพิพิธภัณฑ์คือสมชาย "
        "ใจดี\n\nคอลเลกชันมีวัตถุหนึ่งหมื่นสองพันชิ้น"
    ),
    "hi": (
        "शहर का संग्रहालय पुराने डाकघर की इमारत में खुला। संग्रहालय "
        "सोमवार को छोड़कर हर दिन खुला रहता है। 1998 में इमारत में एक "
        "नया हॉल जोड़ा गया। संग्रहालय की निदेशक अंजलि शर्मा हैं। "
        "संग्रह में बारह हजार वस्तुएँ हैं।"
    ),
    "vi": (
        "Bảo tàng thành phố mở cửa trong tòa nhà bưu điện cũ. Bảo "
        "tàng đón khách mỗi ngày trừ thứ Hai. Năm 1998 một phòng mới "
        "được xây thêm. Giám đốc bảo tàng là bà Nguyễn Thị Lan. Bộ "
        "sưu tập có mười hai nghìn hiện vật."
    ),
    "el": (
        "Το μουσείο της πόλης άνοιξε στο κτίριο του παλιού "
        "ταχυδρομείου. Το μουσείο δέχεται επισκέπτες κάθε μέρα εκτός "
        "Δευτέρας. Το 1998 προστέθηκε στο κτίριο μια νέα αίθουσα. "
        "Διευθύντρια του μουσείου είναι η Ελένη Παππά. Η συλλογή "
        "έχει δώδεκα χιλιάδες αντικείμενα."
    ),
    "es": (
        "El museo de la ciudad abrió en el edificio del antiguo "
        "correo. El museo recibe visitas todos los días excepto los "
        "lunes. En 1998 se añadió al edificio una sala nueva. La "
        "directora del museo es Ana Ruiz. La colección tiene doce "
        "mil piezas."
    ),
    "ro": (
        "Muzeul orașului s-a deschis în clădirea vechii poște. "
        "Muzeul primește vizitatori în fiecare zi, cu excepția zilei "
        "de luni. În 1998 a fost adăugată clădirii o sală nouă. "
        "Directoarea muzeului este Ana Pop. Colecția are "
        "douăsprezece mii de piese."
    ),
    "ja": (
        "市立博物館は旧郵便局の建物に開館した。月曜日を除いて毎日開いている。1998年に新しいホールが増築された。館長は田中花子"
        "である。収蔵品は一万二千点ある。"
    ),
}
CASES = [
    ("ru", "Когда пристроили новый зал?", "1998"),
    ("ru", "Кто работает директором музея?", "Петрова"),
    ("ru", "Сколько предметов в коллекции?", "тысяч"),
    ("ar", "متى أضيفت القاعة الجديدة؟", "1998"),
    ("ar", "من مديرة المتحف؟", "سلمى"),
    ("ar", "كم قطعة تضم المجموعة؟", "ألف"),
    ("tr", "Yeni salon ne zaman eklendi?", "1998"),
    ("tr", "Müzenin müdürü kim?", "Ayşe"),
    ("tr", "Koleksiyonda kaç parça var?", "on iki bin"),
    ("th", "ห้องโถงใหม่สร้างเมื่อไหร่", "1998"),
    ("th", "ใครเป็นผู้อำนวยการพิพิธภัณฑ์", "สมชาย"),
    ("th", "คอลเลกชันมีวัตถุกี่ชิ้น", "หมื่น"),
    ("hi", "नया हॉल कब जोड़ा गया?", "1998"),
    ("hi", "संग्रहालय की निदेशक कौन हैं?", "अंजलि"),
    ("hi", "संग्रह में कितनी वस्तुएँ हैं?", "हजार"),
    ("vi", "Phòng mới được xây khi nào?", "1998"),
    ("vi", "Ai là giám đốc bảo tàng?", "Lan"),
    ("vi", "Bộ sưu tập có bao nhiêu hiện vật?", "nghìn"),
    ("el", "Πότε προστέθηκε η νέα αίθουσα;", "1998"),
    ("el", "Ποια είναι η διευθύντρια του μουσείου;", "Ελένη"),
    ("el", "Πόσα αντικείμενα έχει η συλλογή;", "χιλιάδες"),
    ("es", "¿Cuándo se añadió la sala nueva?", "1998"),
    ("es", "¿Cuántas piezas tiene la colección?", "doce mil"),
    ("ro", "Când a fost adăugată sala nouă?", "1998"),
    ("ro", "Cine este directoarea muzeului?", "Pop"),
    ("ro", "Câte piese are colecția?", "mii"),
    ("ja", "新しいホールはいつ増築されましたか？", "1998"),
    ("ja", "館長は誰ですか？", "田中"),
    ("ja", "収蔵品はいくつありますか？", "一万"),
]
OFF_TOPIC = [
    "Какая столица Франции?",
    "ما هي عاصمة فرنسا؟",
    "Fransa'nın başkenti neresidir?",
    "¿Cuál es la capital de Francia?",
]


@pytest.fixture(scope="module")
def searcher(tmp_path_factory, encoder):
    folder = tmp_path_factory.mktemp("museums")
    for language, text in MUSEUMS.items():
        (folder / f"{language}.txt").write_text(text, encoding="utf-8")
    (folder / "en.txt").write_text("Mill\n\nThe mill grinds spelt. A wheel drives it.\n")
    index = tmp_path_factory.mktemp("index")
    build_index(folder, index, encoder)
    with open_index(index, encoder) as opened:
        yield opened


@pytest.mark.parametrize(("language", "question", "answer"), CASES)
def test_a_question_is_answered_in_its_language(searcher, language, question, answer):
    found = searcher.ask(question)
    assert found.answered
    passage = found.passages[0]
    assert passage.citation.path == f"{language}.txt"
    first = searcher.rank(question).hits[0]
    assert answer in searcher.text(first.path)[first.start : first.end]


@pytest.mark.parametrize("question", OFF_TOPIC)
def test_what_no_document_says_is_not_answered(searcher, question):
    assert not searcher.ask(question).answered
