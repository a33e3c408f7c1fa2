"""What holds of all citations: a sentence read gives its values back, and no text is too odd or too long."""

import time
from dataclasses import asdict
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plans.kinds import ABBREVIATIONS, DocumentKind
from plans.reading import Citation, citation_sentence, read_citation, read_documents

K = DocumentKind
LAWS = [K.LAW, K.CODE, K.ORDINANCE, K.CONSTITUTION]
WITHOUT_SYMBOL = {K.OFFICIAL_LETTER, K.JUDGMENT, K.LETTER, K.PARTY_CIRCULAR, *LAWS}
WRITTEN = {
    K.OFFICIAL_LETTER: ["Công văn", "Văn bản", "CV"],
    K.PROGRAMME: ["Chương trình", "Chương trình hành động"],
}
BODIES = [
    "UBND thành phố Hà Nội", "Ủy ban nhân dân tỉnh", "Thủ tướng Chính phủ", "Chính phủ", "Bộ Tư pháp",
    "Bộ trưởng Bộ Khoa học và Công nghệ", "Sở Văn hóa, Thể thao và Du lịch", "Sở Lao động - Thương binh và Xã hội",
    "Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh", "Ban Bí thư Trung ương Đảng (khóa XI)", "Thành ủy",
    "Ban Chỉ đạo 389 quốc gia", "Sở KH&CN", "trường mầm non Hoa Sen", "Giám đốc Sở Nội vụ", "Cục Quản lý đất đai",
    "Ban Quản lý dự án đầu tư xây dựng số 2", "Tổng Công ty Điện lực - CTCP", "Sở Giao thông vận tải",
]  # fmt: skip
CONNECTIVES = [
    "về",
    "về việc",
    "V/v",
    "ban hành",
    "phê duyệt",
    "quy định",
    "hướng dẫn",
    "thực hiện",
    "kiện toàn",
    "Về việc",
]
MATTERS = [
    "công tác tư pháp năm 2025", "kiểm tra, rà soát văn bản; xử lý văn bản trái luật", "Quy chế tiếp công dân",
    "Đề án “Xã hội; học tập. Phần 2”", "thi hành Luật Đất đai (sửa đổi)", "thi đua - khen thưởng tại Sở",
    "thực hiện Nghị quyết số 12-NQ/TU ngày 05/3/2024 của Tỉnh ủy về du lịch", "chuyển đổi số giai đoạn 2025 - 2030",
]  # fmt: skip
LAW_NAMES = [
    "Dược",
    "Phòng, chống ma túy",
    "Tổ chức chính quyền địa phương",
    "Hòa giải, đối thoại tại Tòa án",
]


@st.composite
def numbers(draw, kind):
    count = draw(st.integers(1, 9999))
    body = draw(st.sampled_from(["SKHCN", "STP", "UBND", "SGD&ĐT", "BTTTT", "HĐPH"]))
    if kind in LAWS:
        return f"{count}/{draw(st.integers(1990, 2030))}/QH{draw(st.integers(8, 16))}"
    if kind in WITHOUT_SYMBOL:
        return f"{count:02}/{body}-{draw(st.sampled_from(['VP', 'TTra', 'CCHC&PC', 'ĐA4']))}"
    short = ABBREVIATIONS[kind][0]
    year = draw(st.sampled_from(["", "/2024", "/1998"]))
    return draw(st.sampled_from([f"{count:02}{year}/{short}-{body}", f"{count:02}-{short}/TU"]))


@st.composite
def citations(draw):
    kind = draw(st.sampled_from(DocumentKind))
    number = draw(st.none() | numbers(kind))
    days = st.dates(date(1945, 9, 2), date(2100, 12, 31))
    matter = f"{draw(st.sampled_from(CONNECTIVES))} {draw(st.sampled_from(MATTERS))}"
    return Citation(
        kind=kind,
        kind_as_written=draw(st.sampled_from(WRITTEN.get(kind, [kind.label]))) if number else kind.label,
        number=number,
        issued_on=draw(days | st.none() if number else days),
        issuing_body=draw(st.none() | st.sampled_from(BODIES)),
        subject=draw(st.sampled_from(LAW_NAMES) if kind in LAWS else st.none() | st.just(matter)),
    )


@settings(max_examples=600)
@given(citations())
def test_the_sentence_of_a_citation_reads_back_as_the_citation(citation):
    assert read_citation(citation_sentence(**asdict(citation))) == citation


@given(
    citations(),
    st.sampled_from(["- ", "+ ", "• ", "– ", "1. ", "a) "]),
    st.sampled_from([";", ".", "", ",", " ;", "./."]),
)
def test_a_bullet_and_a_closing_mark_change_nothing(citation, bullet, end):
    assert read_citation(f"{bullet}{citation.sentence}{end}") == citation


@given(st.lists(citations().filter(lambda citation: citation.subject), min_size=2, max_size=4))
def test_documents_in_a_row_are_each_read(row):
    named = [
        citation for citation in row for _ in range(2 if "Nghị quyết số 12-NQ/TU" in citation.subject else 1)
    ]
    found = read_documents("; ".join(citation.sentence for citation in row))
    assert len(found) == len(named)
    assert [citation for citation in found if citation in row] == row


@settings(max_examples=300)
@given(st.text(st.characters(), max_size=400))
@example("số số: .../ - / Luật ngày của do tại")
@example("Kế hoạch số 1/KH-A của ")
def test_no_text_is_too_odd(text):
    assert all(citation.kind for citation in read_documents(text))
    read_citation(text)


WORDS = [
    "Kế hoạch", "Luật", "QĐ", "số", "ngày", "của", "do", "tại", "về", "ban hành", "và", ";", ",", ".", "(", ")", "“",
    "”", "…", "/", "-", "12/KH-UBND", "12/2020/QH14", "5/3/2024", "UBND", "tỉnh", "sau đây", "gửi", "năm 2020", "**",
]  # fmt: skip


@settings(max_examples=500)
@given(st.lists(st.sampled_from(WORDS), max_size=25), st.sampled_from([" ", ""]))
def test_no_order_of_words_is_too_odd(words, space):
    for citation in read_documents(space.join(words)):
        assert citation.number is None or " " not in citation.number
        assert citation.subject != ""


ENDLESS = [
    "Kế hoạch số 12/KH-UBND ngày 05/3/2024 của UBND tỉnh về phổ biến pháp luật; ",
    "Luật ", "số ", "1/", "(", "“", ", Sở ", "của Sở ", "Nghị định số 1/2024/NĐ-CP và ", "A", "1", " ", "KH-",
    "ngày 1/", "số ...", "Ban ban hành ", "\x00", "**",
]  # fmt: skip


@pytest.mark.parametrize("piece", ENDLESS, ids=repr)
def test_a_line_without_end_is_read_in_a_moment(piece):
    line = (piece * 200_000)[:200_000]
    start = time.process_time()
    read_documents(line)
    assert time.process_time() - start < 5
