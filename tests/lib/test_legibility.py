"""A text in an old encoding, in another language or full of markup is no Vietnamese text."""

import pytest

from pbgdpl.lib.legibility import garbled_line, is_markup, is_vietnamese

SENTENCE = (
    "Năm 2024, Sở đã tổ chức 05 hội nghị phổ biến Luật Đất đai cho cán bộ, công chức (UBND xã Ea H'leo)."
)
TCVN3 = "N¨m 2024, Së ®· tæ chøc 05 héi nghÞ phæ biÕn LuËt §Êt ®ai cho c¸n bé, c«ng chøc."
GARBLED = {
    "TCVN3": TCVN3,
    "VNI": "Naêm 2024, Sôû ñaõ toå chöùc 05 hoäi nghò phoå bieán Luaät Ñaát ñai cho caùn boä.",
    "UTF-8 read as Latin-1": SENTENCE.encode().decode("latin-1"),
    "letters lost": "N?m 2024, S? ?ã t? ch?c 05 h?i ngh? ph? bi?n Lu?t ??t ?ai cho cán b?.",
    "replaced": "N\ufffdm 2024, S\ufffd t\ufffd ch\ufffdc h\ufffdi ngh\ufffd ph\ufffd bi\ufffdn",
}


@pytest.mark.parametrize("line", GARBLED.values(), ids=GARBLED)
def test_a_line_in_an_old_encoding_is_found_among_others(line):
    assert garbled_line([SENTENCE, line, SENTENCE]) == line


@pytest.mark.parametrize(
    "line",
    [
        SENTENCE,
        "Các huyện Krông Năng, Krông Búk, Krông Bông, Krông Ana, Krông Pắc, M'Đrắk",
        "Diện tích 5 m², 6 m², nhiệt độ ±2°C, Lưu: VT, PBGDPL, HĐND, UBND",
        "½ ² ¼ ¾ ﬁ « » © ® ¶",
        "https://sotuphap.example.vn/?a=b&c=d 12/KH-SKHCN 13/QĐ-UBND",
    ],
)
def test_vietnamese_lines_are_legible(line):
    assert garbled_line([line, line]) == ""


def test_another_language_is_not_taken_for_vietnamese():
    assert is_vietnamese(SENTENCE * 3)
    assert not is_vietnamese("The department held five conferences about the Land Law for its staff. " * 4)


def test_encoded_data_is_no_vietnamese():
    assert not is_vietnamese(
        "UEsDBBQABgAIAAAAIQDfpNJsWgEAACAFAAATAAgCW0NvbnRlbnRfVHlwZXNdLnhtbCCiBAIooAAC\n" * 40
    )
    assert is_vietnamese("12/KH-SKHCN 13/QĐ-UBND 08/01/2025 UBND HĐND " * 40)


def test_the_source_of_a_page_or_of_rtf_is_markup():
    assert is_markup("<p class='a'>Lời</p><p>Lời</p>")
    assert is_markup(r"{\rtf1\ansi\deff0 {\fonttbl} Lời văn\par}")
    assert not is_markup(f"{SENTENCE} Tỷ lệ < 5 % và > 3 %, C:\\Tài liệu <số 1>.")
