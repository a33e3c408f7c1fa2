"""Microsoft's Open XML SDK finds nothing wrong with the spreadsheets and registers that people take home."""

from datetime import date, datetime

import pytest

from accounts.models import Organisation
from accounts.rows.sheets.register import register_docx
from accounts.rows.sheets.template import template_sheet
from accounts.rows.sheets.writing import write_sheet
from events.views import EVENTS
from pbgdpl.lib.office.numbered_sheet import NumberedColumn, numbered_sheet
from plans.models import Plan
from plans.views import PLANS
from tests.bad_input import BAD_INPUT
from tests.readers.sdk import sdk_errors, sdk_missing

pytestmark = pytest.mark.skipif(bool(sdk_missing()), reason=sdk_missing())

BAD_PLANS = [Plan(subject=text, number=text[:60], issued_on=date(2024, 3, 5)) for text in BAD_INPUT[::3]]
GROUPED = [
    NumberedColumn("Đơn vị", lambda text: text, "Bản nộp", names_group=True),
    NumberedColumn("Nộp lúc", lambda text: datetime.fromisoformat("2024-11-15T16:30"), "Bản nộp"),
    *[NumberedColumn(f"Cột {place}", lambda text: text) for place in range(30)],
]
FILES = {
    "list.xlsx": lambda: write_sheet(PLANS, BAD_PLANS, head="Kế hoạch & văn bản"),
    "template.xlsx": lambda: template_sheet(EVENTS),
    "groups.xlsx": lambda: numbered_sheet("Mục lục", GROUPED, BAD_INPUT[:50], is_group_head=bool),
    "register.docx": lambda: register_docx(
        PLANS, BAD_PLANS, organisation=Organisation(name="Sở Y tế"), year=2024, filters_text=""
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_the_sdk_finds_no_error(name, tmp_path):
    (tmp_path / name).write_bytes(FILES[name]())
    assert sdk_errors(tmp_path / name) == []


def test_the_sdk_finds_what_is_wrong(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"PK rubbish")
    (error,) = sdk_errors(tmp_path / "a.xlsx")
    assert "None None: " in error
