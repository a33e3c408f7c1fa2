"""Syllables that cannot exist are found; names, abbreviations and foreign words are left alone."""

import pytest

from reports.checks.spelling import SPELLING, impossible_syllables
from tests.factories import make_plan
from tests.reports.checks.found import findings, report_saying, texts

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("giúp người dân nắm bắt kip thời các quy định", ["kip"]),
        ("Các sở, nghành đã phối hợp", ["nghành"]),
        ("nhiều quá trình phôi hơp, hoc tâp", ["hơp", "hoc", "tâp"]),
        ("Trừơng học và qúy thầy cô", ["Trừơng", "qúy"]),
        ("(thưc hiện)", ["thưc"]),
        ("phápluật được phổ biếnn.", ["phápluật", "biếnn"]),
        ("KẾT QUẢ THỰC HỊÊN", ["HỊÊN"]),
        ("Cuả dân, do dân", ["Cuả"]),
        ("xã;huỵên", ["huỵên"]),
        ("quy định tạiĐiều 5, do BộTư pháp", ["tạiĐiều"]),
        ("phòng ngừa thôngtin, côngtác và vănbản xấu", ["thôngtin", "côngtác", "vănbản"]),
        ("Sở ban hành “kê hoạch” và “văn bãnn”", ["bãnn"]),
    ],
)
def test_an_impossible_syllable_is_found(text, words):
    assert [word for word, _ in impossible_syllables(text)] == words


@pytest.mark.parametrize(
    "text",
    [
        "đăng trên internet, website, email, zalo, facebook, fanpage, video, clip, logo, app và infographic",
        "treo poster, pano, băng rôn; chat, livestream, podcast, top 10, kit test, chatbot, online",
        "tại Đắk Lắk, KBang, Kon Tum, Krông Pắc, huyện đảo Cồn Cỏ, buôn Ma Thuột, người Êđê, Xơ Đăng, K’Ho",
        "UBND, HĐND, PBGDPL, TAND, VKSNDTC, ĐKXD, QĐ-UBND, 139/KH-SKHCN, GD&ĐT",
        "tài khoản hoc_tap@sokhcn.gov.vn, trang https://phapluat.gov.vn/tin-tuc/hoc-tap.html, tệp kip.docx",
        "dài 12km, 5m2, 3ha, 20kg, 4G, COVID-19, H5N1, mp4, iOS",
        "b/c, đ/c, v.v., v/v, đkkd, tp, tr., ttr",
        "ôtô, ôxy, axit, vi-rút, in-tơ-nét, áp-phích, mét-tinh, ki-lô-gam, vắcxin",
        "ông Nguyễn Đức Kiên, bà H’Hen Niê, ngài François Hollande, hãng Škoda, đảo Réunion",
        "buôn bán côcain, hêrôin, mêtan; 75 kilôwatt, 100 mililít, bêta, lôgarit, mômen, ôxit, cacbônat",
        "nilông, ximăng, bulông, blốc, crôm, êke, căngtin, côngtenơ, micrô, rơle, balô, xêmina, míttinh, xôviết",
        "chế độ “régime représentatif”, tiền “kíp” của Lào; VNeID, eTax, TikTok, phpBB",
        "hoà giải, hòa giải; thuỷ lợi, thủy lợi; khoẻ mạnh, khỏe mạnh; uỷ ban, ủy ban; quý, quí; kỹ, kĩ",
        "số tiền 5 triệu đ, nhiệt độ ºC, hệ số α, đường kính Ø, 日本",
        "a) Một; b) hai; đ) năm",
    ],
)
def test_what_is_no_vietnamese_word_is_left_alone(text):
    assert list(impossible_syllables(text)) == []


def test_a_word_is_found_once_a_place_with_the_reason_and_the_line(department):
    report = report_saying(department, "Nắm bắt kip thời.\n\nTrả lời kip thời, đúng hạn.")
    section = report.sections.get()
    [finding] = findings(report, SPELLING)
    assert finding.text == (
        "“kip” (mục “Kết quả”): vần kết thúc bằng p, t, c, ch phải có dấu sắc hoặc dấu nặng. Sửa chữ viết sai."
    )
    assert (finding.place.pks, finding.place.section) == ((section.pk,), section.pk)
    assert finding.place.line == "Nắm bắt kip thời."


def test_two_words_run_together_are_separated(department):
    report = report_saying(department, "Phổ biến phápluật tạiĐiều 5.")
    assert texts(report, SPELLING) == [
        "“phápluật” (mục “Kết quả”): hai chữ viết liền nhau. Thêm dấu cách: “pháp luật”.",
        "“tạiĐiều” (mục “Kết quả”): hai chữ viết liền nhau. Thêm dấu cách: “tại Điều”.",
    ]


def test_rows_are_read_where_they_are_printed_but_not_where_they_are_not(department):
    make_plan(department, subject="về phổ biến luât", number="8/KH-SXD")
    make_plan(department, subject="về công tac", in_report=False)
    report = report_saying(department, "[[văn bản đã ban hành]]")
    assert texts(report, SPELLING) == [
        "“luât” (Kế hoạch số 8/KH-SXD): vần kết thúc bằng p, t, c, ch phải có dấu sắc hoặc dấu nặng. "
        "Sửa chữ viết sai."
    ]


def test_names_of_signer_and_recipients_are_nobodys_spelling(department):
    report = report_saying(department, "Đạt yêu cầu.", signer_name="Đăt Kip")
    report.recipients.create(position=2, name="Công ty Kip")
    assert texts(report, SPELLING) == []
