"""Every visible character that An pastes stands in the row of its line, in a cell, or is named as left out."""

import json
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import Organisation, User
from events.models import Event
from pbgdpl.lib.tcvn3 import CODES, LETTERS
from pbgdpl.lib.vietnamese import clean
from plans.models import Directive, Plan
from reports.reading.pasted.forms.review_row import read_row
from reports.reading.pasted.lines import FROM_TCVN3, pasted_lines
from reports.reading.pasted.read_lines import read_lines
from tests.account import accounts_for_characters
from tests.bad_input import BAD_INPUT
from tests.events.reading.test_sentence_figures import OUR_SENTENCES
from tests.reports.reading.pasted.test_nothing_lost import FIRST, GAPS, LEADS, MORE
from tests.reports.reading.pasted.uploading import case

SENTENCES = [json.loads(line)["sentence"] for line in OUR_SENTENCES.read_text(encoding="utf-8").splitlines()]
ENDS = ("", ";", ".", ":", " ./.", "\u200b", "\u00ad")
HIDDEN = ("", "", "", "\u00ad", "\u200b", "\x07", "\u0085", "\ufeff")
SIGNS = st.text("abnhđếƠ 01259/.,;:-()“”\t\u00ad\u200b\u0301\x02", max_size=30)
CONTENT = st.one_of(
    st.sampled_from(SENTENCES),
    st.sampled_from([text for text in BAD_INPUT if len(text) < 500]),
    st.builds(
        lambda first, rest: first + "".join(gap + piece for gap, piece in rest),
        st.sampled_from(FIRST),
        st.lists(st.tuples(st.sampled_from(GAPS), st.sampled_from(MORE)), max_size=4),
    ),
    SIGNS,
)
LINES = st.builds(
    "".join, st.tuples(st.sampled_from(LEADS), st.sampled_from(HIDDEN), CONTENT, st.sampled_from(ENDS))
)
TEXTS = st.lists(LINES, min_size=1, max_size=4).map("\n".join)
BY = User(organisation=Organisation(code="SXD", name="Sở Xây dựng tỉnh Sen", place="Sen", symbol="SXD"))


def characters(*texts):
    """Return the visible characters of texts, without zeros, which a date gets or loses."""
    return Counter("".join(clean("\n".join(texts)).casefold().split()).replace("0", ""))


def entries(text, unclear=Plan):
    return read_lines(pasted_lines(text), organisation=BY.organisation, year=2025, unclear=unclear)


def unaccounted(entry):
    """Return the characters of a line that are neither in the row that will be saved nor in a cell nor left out."""
    row = read_row(entry.number, entry.row, by=BY, year=2025, typed=entry.typed)
    cells = [] if row.form.is_valid() else [str(row.form[name].value() or "") for name in row.form.fields]
    sentence = str(row.instance)
    return characters(entry.source) - characters(sentence, *entry.typed.values(), *cells, entry.left_out)


@accounts_for_characters
@given(TEXTS, st.sampled_from([Plan, Directive, Event]))
def test_every_character_is_accounted_for(text, unclear):
    found = entries(text, unclear)
    assert characters(*(entry.source for entry in found)) == characters(text)
    assert [unaccounted(entry) for entry in found] == [Counter()] * len(found)


@accounts_for_characters
@given(st.sampled_from(SENTENCES), st.sampled_from(LEADS), st.sampled_from(ENDS[:4]))
def test_every_letter_of_an_old_code_page_is_accounted_for(sentence, lead, end):
    words = f"{lead}{sentence.lower()}{end}"
    (entry,) = entries(words.translate(str.maketrans(LETTERS, CODES)))
    printed = characters(str(entry.row), *entry.typed.values(), entry.left_out)
    assert FROM_TCVN3 in entry.doubts
    assert characters(words) - printed == Counter()


@pytest.mark.parametrize("name", ["01-dan-cot-co-tab.txt", "04a-dau-phay-nghin.txt"])
def test_nor_is_one_lost_of_what_once_was(name):
    found = entries(case(name).decode())
    assert [unaccounted(entry) for entry in found] == [Counter()] * len(found)
