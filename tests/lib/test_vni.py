"""Text in the code page of VNI fonts is recognised and read; text in Unicode is left alone."""

import unicodedata

import pytest

from pbgdpl.lib.syllables import ONSETS, RHYMES, TONES, is_syllable, tone_places
from pbgdpl.lib.vni import from_vni, is_vni, letters
from tests.old_letters import in_tcvn3, in_vni

LINES = (
    "Kế hoạch phổ biến, giáo dục pháp luật năm 2025",
    "Sở Tư pháp hướng dẫn Luật Đường bộ",
    "ỦY BAN NHÂN DÂN TỈNH KÝ QUYẾT ĐỊNH XỬ PHẠT, ĐẨY MẠNH CẢI CÁCH THỦ TỤC",
)
# Each letter with its two characters, as the keyboard programs of VNI-Windows list them.
LISTED = {
    "aù aø aû aõ aï aê aé aè aú aü aë aâ aá aà aå aã aä": "á à ả ã ạ ă ắ ằ ẳ ẵ ặ â ấ ầ ẩ ẫ ậ",
    "eù eø eû eõ eï eâ eá eà eå eã eä í ì æ ó ò": "é è ẻ ẽ ẹ ê ế ề ể ễ ệ í ì ỉ ĩ ị",
    "où oø oû oõ oï oâ oá oà oå oã oä ô ôù ôø ôû ôõ ôï": "ó ò ỏ õ ọ ô ố ồ ổ ỗ ộ ơ ớ ờ ở ỡ ợ",
    "uù uø uû uõ uï ö öù öø öû öõ öï yù yø yû yõ î ñ": "ú ù ủ ũ ụ ư ứ ừ ử ữ ự ý ỳ ỷ ỹ ỵ đ",
}


def spelled():
    """Yield every syllable: each onset with each rhyme in each tone that the two allow."""
    for onset in ("", *ONSETS):
        for rhyme in sorted(RHYMES):
            for tone in TONES:
                at = tone_places(rhyme)[0] + 1
                word = unicodedata.normalize("NFC", f"{onset}{rhyme[:at]}{tone}{rhyme[at:]}")
                if is_syllable(word):
                    yield word


@pytest.mark.parametrize("old", LISTED)
def test_the_table_is_the_one_of_vni_windows(old):
    assert from_vni(old) == LISTED[old]
    assert from_vni(old.upper()) == LISTED[old].upper()


def test_every_syllable_comes_back_in_every_case():
    words = list(spelled())
    assert len(words) > 10_000
    for word in words:
        for written in (word, word.upper(), word.capitalize()):
            assert from_vni(in_vni(written)) == written


def test_a_capital_with_a_small_mark_is_a_capital():
    assert from_vni("Aùp duïng, Ôû Ñöùc") == "Áp dụng, Ở Đức"


@pytest.mark.parametrize("line", LINES)
def test_a_line_in_vni_is_known_and_read(line):
    old = in_vni(line)
    assert is_vni(old)
    assert from_vni(old) == line
    assert len(letters(old)) == len(old)


@pytest.mark.parametrize(
    "line",
    [
        *LINES,
        *(unicodedata.normalize("NFD", line) for line in LINES),
        *map(in_tcvn3, LINES[:2]),
        "cô là bé",
        "Café Orléans, Besançon, São Paulo",
        "± 5 °C, § 12 «Luật»",
        "",
        "aù" * 1000,
        "aõ eà où uø yù",  # letters set at random
        "phaùp phaùp phaùp",  # one word
    ],
)
def test_a_line_that_is_not_in_vni_is_left_alone(line):
    assert not is_vni(line)
