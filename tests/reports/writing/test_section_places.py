"""Headings and listings of a section, found without compiling the report, are those of the paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.compiling.compile import compile_report
from reports.compiling.contents import contents
from reports.compiling.figures.marks import unread_listings
from reports.compiling.headings import section_headings
from reports.compiling.listings import Grouping, ListingChoice, choices_in
from reports.document.tree import Numbering
from reports.models import NumberingScheme
from reports.writing.listings import regrouped
from reports.writing.places import section_place
from tests.factories import make_report

TYPED = st.lists(
    st.sampled_from(
        [
            "Sở đã tổ chức:",
            "",
            "[[hoạt động]]",
            " [[ Hoat  dong ]] ",
            "[[hoạt động: hội nghị]]",
            "[[văn bản chỉ đạo: theo loại]]",
            "\\[[hoạt động]]",
            "[[không có]]",
            "- [[hoạt động]]",
        ]
    )
).map("\n".join)


@pytest.mark.parametrize("numbering", NumberingScheme.values)
@pytest.mark.parametrize(
    "depths", [(1, 2, 2, 1, 2, 3, 3, 2, 1), (1, 3, 2, 4, 3, 1, 4, 2), (2, 1, 3, 3), (3, 2, 1)]
)
def test_headings_are_those_of_the_paper(department, depths, numbering):
    sections = [(depth, f"Mục {number}", "") for number, depth in enumerate(depths)]
    report = make_report(department, *sections, numbering=numbering)
    headings = section_headings(report.sections.all(), Numbering(numbering))
    assert list(headings.values()) == [entry.heading for entry in contents(compile_report(report))]


def test_a_section_knows_what_it_stands_below_and_between(department):
    report = make_report(department, (1, "A", ""), (2, "B", ""), (2, "C", ""), (3, "D", ""))
    places = [section_place(section) for section in report.sections.all()]
    assert [[str(above) for above in place.above] for place in places] == [
        [],
        ["I. A"],
        ["I. A"],
        ["I. A", "2. C"],
    ]
    assert [place.before and place.before.heading.text for place in places] == [None, "A", "B", "C"]
    assert [place.after and place.after.heading.text for place in places] == ["B", "C", "D", None]


@given(TYPED, st.sampled_from([None, *Grouping]))
def test_another_grouping_changes_that_listing_and_nothing_else(text, grouping):
    choice = ListingChoice("hoạt động")
    changed = regrouped(text, choice, grouping)
    wanted = ListingChoice("hoạt động", grouping)
    assert choices_in(changed) == tuple(wanted if one == choice else one for one in choices_in(text))
    assert unread_listings(changed) == unread_listings(text)
    pairs = zip(text.split("\n"), changed.split("\n"), strict=True)
    assert all(before == after or choices_in(before) == (choice,) for before, after in pairs)
