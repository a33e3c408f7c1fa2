"""Word files in old code pages are read as if they had been written in Unicode, run by run."""

import pytest

from pbgdpl.lib.office.first_page import word_code_pages_and_page
from tests.old_letters import fonts, in_tcvn3, in_vni, runs, word_paper
from tests.reports.reading.report.word_xml import paragraph

LINES = [
    "Thông báo · Quý I",
    "Sở Tư pháp tỉnh Sen hướng dẫn phường Hoa Súng",
    "Lưu: VT, NC",
    "Nghị quyết của Hội đồng nhân dân xã được gửi tới từng hộ",
    "Số: 95/QĐ-STP",
    "báo cáo",
]
ENCODED = {".VnTime": in_tcvn3, ".VnArial": in_tcvn3, "VNI-Times": in_vni, "VNI-Helve": in_vni}
NAMES = {".VnTime": "TCVN3 (ABC)", ".VnArial": "TCVN3 (ABC)", "VNI-Times": "VNI", "VNI-Helve": "VNI"}


def text(words):
    return f'<w:t xml:space="preserve">{words}</w:t>'


def lines(body, **parts):
    _, page = word_code_pages_and_page(word_paper(body, **parts))
    return page


@pytest.mark.parametrize("font", ENCODED)
def test_runs_in_an_old_font_are_converted(font):
    body = "".join(runs((font, ENCODED[font](line))) for line in LINES)
    assert word_code_pages_and_page(word_paper(body)) == [[NAMES[font]], LINES]


@pytest.mark.parametrize("font", [*ENCODED, ".VnTimeH"])
def test_unicode_under_the_name_of_an_old_font_is_left_alone(font):
    body = "".join(runs((font, line)) for line in LINES)
    assert word_code_pages_and_page(word_paper(body)) == [[], LINES]


@pytest.mark.parametrize("font", ENCODED)
def test_short_unicode_alone_under_an_old_name_is_left_alone(font):
    assert lines(runs((font, "Báo cáo"))) == ["Báo cáo"]


@pytest.mark.parametrize("font", ENCODED)
def test_runs_cut_anywhere_are_converted_together(font):
    old = ENCODED[font](LINES[1])
    for cut in range(1, len(old)):
        assert lines(runs((font, old[:cut]), (font, old[cut:]))) == LINES[1:2]


@pytest.mark.parametrize("font", ENCODED)
def test_unicode_and_old_letters_may_share_a_paragraph(font):
    old = ENCODED[font]
    body = runs(
        ("", "Ngày 08/3, Sở Y tế: báo cáo; "),
        (font, old("Hội nghị ở xã Sen, ")),
        ("Times New Roman", "có đại biểu từ Quảng Trị "),
        (font, old("và Phó Giám đốc")),
    )
    shown = "Ngày 08/3, Sở Y tế: báo cáo; Hội nghị ở xã Sen, có đại biểu từ Quảng Trị và Phó Giám đốc"
    assert lines(body) == [shown]


@pytest.mark.parametrize("font", ENCODED)
def test_words_in_unicode_among_old_ones_of_one_font_are_left_alone(font):
    old = ENCODED[font](" ban hành kế hoạch phổ biến")
    assert lines(runs((font, f"Sở Y tế{old}"))) == ["Sở Y tế ban hành kế hoạch phổ biến"]


def test_small_letters_of_a_font_of_capitals_are_capitals():
    body = runs((".VnTimeH", in_tcvn3("sở y tế"))) + runs(
        (".VnTimeH", "ubnd sen"), (".VnTime", in_tcvn3(", đã ký"))
    )
    assert lines(body) == ["SỞ Y TẾ", "UBND SEN, đã ký"]


def test_a_soft_hyphen_of_word_is_a_letter_in_tcvn3_and_none_elsewhere():
    old = f"<w:rPr>{fonts('.VnTime')}</w:rPr>{text('Së T')}<w:softHyphen/>{text(' ph¸p')}"
    new = f"{text('Sở Y')}<w:softHyphen/>{text(' tế')}"
    assert lines(f"<w:p><w:r>{old}</w:r></w:p><w:p><w:r>{new}</w:r></w:p>") == ["Sở Tư pháp", "Sở Y tế"]


@pytest.mark.parametrize("font", ENCODED)
def test_letters_that_word_stored_as_symbols_are_read_too(font):
    symbols = [
        "".join(chr(0xF000 + ord(letter)) for letter in ENCODED[font](line)) for line in (LINES[1], "UBND")
    ]
    assert lines("".join(runs((font, line)) for line in symbols)) == [LINES[1], "UBND"]


STYLES = {
    "paragraph": (
        '<w:style w:type="paragraph" w:styleId="Cu"><w:rPr>{font}</w:rPr></w:style>',
        '<w:pStyle w:val="Cu"/>',
    ),
    "its parent": (
        '<w:style w:type="paragraph" w:styleId="Goc"><w:rPr>{font}</w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Cu"><w:basedOn w:val="Goc"/></w:style>',
        '<w:pStyle w:val="Cu"/>',
    ),
    "default style": (
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr>{font}</w:rPr></w:style>',
        "",
    ),
    "whole file": ("<w:docDefaults><w:rPrDefault><w:rPr>{font}</w:rPr></w:rPrDefault></w:docDefaults>", ""),
}


@pytest.mark.parametrize("place", STYLES)
@pytest.mark.parametrize("font", ENCODED)
def test_the_font_may_come_from_a_style(place, font):
    styles, properties = STYLES[place]
    body = "".join(paragraph(ENCODED[font](line), properties) for line in LINES)
    assert lines(body, styles=styles.format(font=fonts(font))) == LINES


def test_the_font_of_a_run_may_come_from_its_own_style():
    styles = f'<w:style w:type="character" w:styleId="H"><w:rPr>{fonts(".VnTimeH")}</w:rPr></w:style>'
    body = f'<w:p><w:r><w:rPr><w:rStyle w:val="H"/></w:rPr><w:t>{in_tcvn3("giám đốc sở")}</w:t></w:r></w:p>'
    assert lines(body, styles=styles) == ["GIÁM ĐỐC SỞ"]


@pytest.mark.parametrize("encode", [in_tcvn3, in_vni], ids=["TCVN3", "VNI"])
def test_old_letters_in_another_font_are_known_by_themselves(encode):
    known = [*LINES[1:5], "Nơi nhận: Hoàng Sơn", "QĐ số 12/QĐ-UBND và NĐ 33/NĐ-CP"]
    assert lines("".join(paragraph(encode(line)) for line in known)) == known


def test_both_code_pages_in_one_file_are_known_by_themselves():
    body = "".join(paragraph(encode(line)) for encode in (in_tcvn3, in_vni) for line in LINES[1:5])
    assert word_code_pages_and_page(word_paper(body)) == [["TCVN3 (ABC)", "VNI"], LINES[1:5] * 2]


@pytest.mark.parametrize(
    "line", ["Café Orléans", "Ông Muñoz và bà García thăm Sở Y tế", "cô là bé", "co\u00adoperation", "± 5 °C"]
)
def test_other_letters_in_other_fonts_stay(line):
    assert lines(paragraph(line)) == [line]


def test_a_style_that_is_based_on_itself_is_no_trap():
    styles = '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="A"/></w:style>'
    assert lines(paragraph("Sở Y tế", '<w:pStyle w:val="A"/>'), styles=styles) == ["Sở Y tế"]
