"""The first page of a Word file is read as paper shows it."""

import pytest

from pbgdpl.lib.office.first_page import word_code_pages_and_page
from tests.old_letters import word_paper
from tests.reports.reading.report.word_xml import WORD, deleted, inserted, paragraph, run

VANISH = "<w:vanish/>"
HIDING = {
    "hidden text": f"<w:p>{run('Số: 5')}{run('/nháp', VANISH)}{run('/KH-SYT')}</w:p>",
    "tracked changes": f"<w:p>{run('Số: ')}{deleted('4')}{inserted('5')}{run('/KH-SYT')}</w:p>",
    "a hidden paragraph": f"<w:p>{run('Số: 4/KH-SYT', VANISH)}</w:p>" + paragraph("Số: 5/KH-SYT"),
    "a deleted row": (
        f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph('Số: 4/KH-SYT')}</w:tc></w:tr>"
        f"<w:tr><w:tc>{paragraph('Số: 5/KH-SYT')}</w:tc></w:tr></w:tbl>"
    ),
    "two copies of a box": (
        "<w:p><w:r><mc:AlternateContent><mc:Choice/><mc:Fallback><w:txbxContent>"
        f"{paragraph('Số: 5/KH-SYT')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    ),
}


@pytest.mark.parametrize("space", [WORD, "http://purl.oclc.org/ooxml/wordprocessingml/main"])
@pytest.mark.parametrize("xml", HIDING.values(), ids=HIDING)
def test_what_paper_does_not_show_is_not_on_the_first_page(xml, space):
    data = word_paper(xml.replace(WORD, space))
    (_, lines) = word_code_pages_and_page(data)
    assert [line for line in lines if line] == ["Số: 5/KH-SYT"]
