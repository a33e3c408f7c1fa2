"""What of a source stands in none of its texts is named, piece by piece."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from pbgdpl.lib.account_of_characters import invisible_in, left_out, quoted
from pbgdpl.lib.vietnamese import clean

TEXTS = st.text("aAàđ1 0.,-\t\n\u00ad\u200b\u0301“", max_size=40)


def characters(*texts):
    """Return the visible characters of texts, without zeros, which a date gets or loses."""
    return Counter("".join(clean(" ".join(texts)).casefold().split()).replace("0", ""))


@given(TEXTS, st.lists(TEXTS, max_size=3))
def test_a_source_is_its_texts_and_what_is_left_out(source, texts):
    assert characters(source) - characters(*texts, *left_out(source, *texts)) == Counter()


@given(TEXTS)
def test_nothing_of_a_source_that_is_kept_is_left_out(source):
    assert left_out(source, source) == ()


@given(TEXTS)
def test_without_any_text_everything_is_left_out(source):
    assert "".join("".join(left_out(source)).split()) == "".join(clean(source).split())


def test_a_word_accounts_for_one_word_and_the_beginning_is_what_is_left_out():
    assert left_out("1. Mục 1, mục 1", "Mục 1", ", mục 1") == ("1.",)
    assert left_out("Luật Giá, Luật Giá", "Luật Giá") == ("Luật Giá,",)


def test_a_part_of_a_word_accounts_for_nothing():
    assert left_out("12 xã", "112 xã", "xãhội") == ("12",)


def test_marks_that_stand_apart_are_pieces_of_their_own():
    assert left_out("1. - a) Kế hoạch;", "kế HOẠCH") == ("1.", "-", "a)", ";")


def test_invisible_characters_are_named_and_spaces_are_none():
    assert invisible_in("\ufeffKế\u00ad hoạch\x07\u200b, số\u00a01\t(a)\u2003\n") == (
        "2 ký tự ẩn",
        "gạch nối mềm",
        "ký tự điều khiển",
    )
    assert quoted(("1.", "tháng")) == "“1.”, “tháng”"
