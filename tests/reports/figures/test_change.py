"""A change against the year before, wherever it is read."""

import pytest

from reports.compiling.figures.wording import change
from reports.figures.change import Change
from reports.figures.printed import printed_change
from reports.figures.sentences import swing_words
from reports.figures.values import Form, FormFigure, Window
from reports.models import Indicator, IndicatorSet, PeriodKey

PERIOD = PeriodKey(2024)


def ratio_on_paper(now, before):
    figure = FormFigure(Indicator(code="5", label="Số cuộc"), counted=now, before=before)
    return printed_change(Form(IndicatorSet(), Window(*PERIOD.days), (figure,)), PERIOD).rows[-1][-1]


@pytest.mark.parametrize(
    ("before", "now", "share"), [(400, 481, "20,3"), (3, 100, "3.233,3"), (100, 150, "50")]
)
def test_a_change_is_the_same_share_on_the_page_on_paper_in_a_text_and_where_it_is_not_explained(
    before, now, share
):
    assert (
        Change(now, before).words,
        ratio_on_paper(now, before),
        change(before, now, "cuộc"),
        swing_words(now, before).partition(" so ")[0],
    ) == (f"+{share}%", f"+{share}%", f"tăng {share}%", f"tăng {share}%")
