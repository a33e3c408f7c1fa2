"""What can be a syllable of Vietnamese and what cannot, whatever it means."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pbgdpl.lib.syllables import ONSETS, RHYMES, STOPS, TONES, Fault, fault_of, is_syllable, tone_places

SYLLABLES = """
pháp luật phổ biến giáo dục tuyên truyền nghiêng ngả giếng giết gì gìn giữ giường giặt giúp giới giỏi quốc quyết
quyền quản quỹ quý quỳnh quýt quít quẩy quặng quẻ quơ quờ khuỷu khuya khuây khoẻ khỏe hoà hòa thuỷ thủy uỷ ủy toà
tòa loè lòe ngoằn ngoèo khoeo ngoao xoay ngoáy khuynh huỳnh huých uỵch tuýp buýt suýt tuyn khuỵu thuở huơ nguệch
huênh tuần thuật khuâng xuất hoặc thoắt hoẵng khoăn đoạn khoang ngoảnh oanh oai oán uống ước ươn ưu hươu rượu bướu
khướu lưu cừu nghỉ nghề nghe nghĩa nghìn nghiệp ngành ngữ ghi ghế ghép gỗ gà kiểm kỳ kỷ kể kéo kênh kịch kíp kịp
xoong boong moóc soóc goòng ỉa ích ít ép êm ếch ấp ơn y ý yêu yếm yến tỵ lý mỹ sỹ vỹ hy thy đắng bẵng nhuộm buồm
muộn gươm nườm nượp chuyện duyệt huyết xuyến loạng choạng giêng giền giễu giuộc gioăng tung tóe khoét toẹt
""".split()  # noqa: SIM905
IMPOSSIBLE = """
kip kíph tiêp tiềp thuât thuầt phap phàp luât luât̉ hoc hòc cac cảc sach sàch thich thìch xuât đươc đưọcc kêt kềt
nghành nghoài nghày nghuyên ngiêng nge ngĩa ngề gê ghà ghỗ ghuốc ghăng kà kon kông kủa kăn cẽ cí cể cyz cuyết
cuy coà qúy qúi qủa qùa qúan gía giừơng gỉay hòang tòan đòan họac lọai ngòai thủân tùân thúôc thừơng đựơc trừơng
ngừơi nguời cuả muà nhưả tíên viẹn tiêng̀ bíêt nghịêp huỵên qủan iêu iên iêm lyn hynh tyên bynh nhyp phy byê fan
jang wang zô zing vũz thiiên trriển biếnn pháap phổo luậ̣t giáoo dụcc thwc bcd đkxd nvà tmục cungtừ phápluật hộinghị
thựchiện oô uou aê êo ôu ơu ưo uôn̄g ườngn ănh ăy ơng ênc osc adg tlà pvà xvề
""".split()  # noqa: SIM905


@pytest.mark.parametrize("word", SYLLABLES)
def test_a_syllable_passes_in_any_case_and_form(word):
    forms = (word, word.upper(), word.capitalize(), unicodedata.normalize("NFD", word))
    assert [fault_of(form) for form in forms] == [None] * 4


@pytest.mark.parametrize("word", IMPOSSIBLE)
def test_what_cannot_be_a_syllable_is_refused(word):
    assert not is_syllable(word)


def test_there_are_a_hundred_of_each():
    assert (len(set(SYLLABLES)) >= 100, len(set(IMPOSSIBLE)) >= 100) == (True, True)


@pytest.mark.parametrize(
    ("word", "fault"),
    [
        ("kip", Fault.STOP_TONE),
        ("cảc", Fault.STOP_TONE),
        ("thừơng", Fault.TONE_PLACE),
        ("qúy", Fault.TONE_PLACE),
        ("nghành", Fault.ONSET),
        ("cuyết", Fault.ONSET),
        ("phápluật", Fault.SHAPE),
        ("", Fault.SHAPE),
        ("a1", Fault.SHAPE),
        ("pháp luật", Fault.SHAPE),
    ],
)
def test_the_fault_is_named(word, fault):
    assert fault_of(word) is fault


def fits(onset, rhyme):
    """Return whether onset and rhyme are written side by side, decided without the module's own tables."""
    if onset == "":
        return not rhyme.startswith("iê")
    if onset == "qu":
        return rhyme in ("a", "an", "ê", "et", "y", "yêt", "yên", "ân", "ôc", "ăng")
    if onset == "gi":
        return rhyme[0] not in "iy"
    front = rhyme[0] in "eêiy"
    if onset in ("k", "gh", "ngh") and not front:
        return False
    if onset in ("c", "g", "ng") and front:
        return False
    if onset == "c" and rhyme[:2] in ("oa", "oă", "oe", "uâ", "uê", "uơ", "uy"):
        return False
    return rhyme != "y" or onset in ("h", "k", "l", "m", "s", "t", "th", "v")


def spelt(onset, rhyme, tone, place):
    return unicodedata.normalize("NFC", onset + rhyme[: place + 1] + tone + rhyme[place + 1 :])


def test_every_syllable_of_the_grammar_passes():
    rhymes = [*RHYMES, "yêt", "yên", "yt"]
    composed = {
        spelt(onset, rhyme, tone, place)
        for onset in ("", *ONSETS)
        for rhyme in rhymes
        if fits(onset, rhyme) and (rhyme in RHYMES or onset == "qu")
        for tone in TONES
        if not rhyme.endswith(STOPS) or tone in ("\u0301", "\u0323")
        for place in tone_places(rhyme)
    }
    assert len(composed) > 15_000
    assert sorted(word for word in composed if not is_syllable(word)) == []


STOPPED = sorted(rhyme for rhyme in RHYMES if rhyme.endswith(STOPS))


@given(
    st.sampled_from(("", *ONSETS)),
    st.sampled_from(STOPPED),
    st.sampled_from(("", "\u0300", "\u0309", "\u0303")),
)
def test_a_stop_without_sac_or_nang_is_never_a_syllable(onset, rhyme, tone):
    assert not is_syllable(spelt(onset, rhyme, tone, tone_places(rhyme)[0]))


@given(st.text(max_size=40))
def test_any_text_gets_an_answer(text):
    assert fault_of(text) in (None, *Fault)
