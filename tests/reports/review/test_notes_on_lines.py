"""Dung writes notes on single lines, and reads beside the next version what the department replied."""

from uuid import uuid4

import pytest

from reports.models import ReplyKind, ReviewNote
from reports.review.parts import summary_of
from reports.review.reviewing import NO_SUCH_LINE, add_note
from reports.writing.replies import Reply, reply_to_notes
from tests.factories import make_outcome, make_report, make_submission
from tests.pages import words
from tests.reports.submission.handed_in import fields_of, state

PARTS = [["I. Kết quả", "Ban hành 12 văn bản.\nMở 3 hội nghị."], ["II. Kiến nghị", "Không có."]]
BOX = "//form[@class='note-box']"
HEAD = "//header[@class='page-head']//a"
NOTICE = "//main//div[contains(@class, 'notice')]/p"


@pytest.fixture
def report(department):
    return make_report(department)


@pytest.fixture
def submission(report):
    return make_submission(report, parts=PARTS)


@pytest.fixture
def page(client, dung):
    client.force_login(dung)
    return client


def address(report, rest=""):
    return f"/tong-hop/2024/{report.pk}/{rest}"


def note_on(response, anchor):
    return words(response, f"//*[@id='{anchor}']/ul//div[@class='note-text']")


def send_note(page, report, **values):
    sent = {"sent_key": uuid4(), "version": 1, "heading": "0", "line": "1", "text": "Ghi rõ ngày."}
    return page.post(address(report, "nhan-xet/"), sent | values)


def test_dung_notes_one_line_and_sees_the_note_below_it(page, report, submission):
    response = send_note(page, report)
    assert (response.status_code, response.url) == (302, f"{address(report)}#muc-0-1")
    note = ReviewNote.objects.get()
    assert (note.heading, note.line, note.quote) == ("I. Kết quả", 1, "Mở 3 hội nghị.")
    shown = page.get(address(report))
    assert (note_on(shown, "muc-0-1"), note_on(shown, "muc-0-0")) == (["Ghi rõ ngày."], [])


def test_without_javascript_a_link_at_each_line_opens_the_box_below_it(page, report, submission):
    shown = page.get(address(report))
    assert words(shown, "//a[contains(@class, 'note-on')]/@href") == [
        *("?dong=ca-bao-cao#ca-bao-cao", "?dong=muc-0#muc-0", "?dong=muc-0-0#muc-0-0"),
        *("?dong=muc-0-1#muc-0-1", "?dong=muc-1#muc-1", "?dong=muc-1-0#muc-1-0"),
    ]
    opened = page.get(f"{address(report)}?dong=muc-0-1")
    box = f"//*[@id='muc-0-1']{BOX}"
    assert words(opened, f"{box}/label") == ["Nhận xét về “Mở 3 hội nghị.”"]
    assert words(opened, f"{box}/input[@name='heading' or @name='line']/@value") == ["0", "1"]
    assert words(page.get(f"{address(report)}?dong=muc-9-9"), f"//article{BOX}") == []


@pytest.mark.parametrize("line", ["2", "-1", "x", "9" * 30, "²"])
def test_a_line_that_was_not_submitted_gets_no_note_and_the_text_is_still_there(
    page, report, submission, line
):
    response = send_note(page, report, line=line)
    assert words(response, "//p[@class='refused']")[0].startswith(NO_SUCH_LINE)
    assert (fields_of(response)["text"].strip(), ReviewNote.objects.count()) == ("Ghi rõ ngày.", 0)


def test_the_reason_of_a_return_begins_with_a_summary_of_the_notes(page, report, submission, dung):
    assert summary_of([]) == ""
    for heading, line in (("II. Kiến nghị", 0), ("I. Kết quả", 1), ("I. Kết quả", None), ("", None)):
        add_note(submission=submission, heading=heading, line=line, text="Xem lại.", by=dung)
    summary = "Đề nghị sửa theo 4 nhận xét ở: II. Kiến nghị; I. Kết quả; cả báo cáo."
    shown = page.get(address(report))
    assert words(shown, "//section[@id='ket-luan']//textarea") == [summary]
    assert fields_of(page.get(address(report, "tra-lai/")))["reason"].strip() == summary
    form = "//section[@id='ket-luan']//form"
    sent = dict(zip(words(shown, f"{form}//input/@name"), words(shown, f"{form}//input/@value"), strict=True))
    response = page.post(words(shown, f"{form}/@action")[0], sent | {"reason": summary}, follow=True)
    assert words(response, NOTICE) == ["Đã trả lại báo cáo năm 2024 của Sở Xây dựng tỉnh Sen (bản 1)."]
    assert state(report) == "RETURNED"


@pytest.fixture
def next_version(report, submission, dung, binh):
    """Save version 1 with three notes, returned and partly replied to, and version 2."""
    notes = [
        add_note(submission=submission, heading="I. Kết quả", line=line, text=text, by=dung)
        for line, text in ((0, "Nêu tên."), (1, "Ghi rõ ngày."), (None, "Ngắn quá."))
    ]
    make_outcome(submission)
    replies = {
        notes[0].pk: Reply(ReplyKind.LEFT, "Đã có ở phụ lục."),
        notes[1].pk: Reply(ReplyKind.CORRECTED),
    }
    reply_to_notes(report, replies, by=binh)
    changed = [["I. Kết quả", "Lời mới.\nBan hành 12 văn bản.\nMở 3 hội nghị ngày 5/5."], PARTS[1]]
    return make_submission(report, parts=changed)


def test_the_replies_stand_beside_the_notes_when_the_next_version_is_read(page, report, next_version):
    shown = page.get(address(report))
    earlier = "ul[contains(@class, 'of-earlier')]/li"
    assert words(shown, f"//*[@id='muc-0-1']/{earlier}") == [
        "Nêu tên. Nhận xét ở bản 1 Đơn vị trả lời: Không sửa. Đã có ở phụ lục."
    ]
    assert words(shown, f"//*[@id='muc-0']/div[@class='notes-here']/{earlier}") == [
        "Về dòng nay đã đổi: “Mở 3 hội nghị.” Ghi rõ ngày. Nhận xét ở bản 1 Đơn vị trả lời: Đã sửa.",
        "Ngắn quá. Nhận xét ở bản 1 Đơn vị chưa trả lời nhận xét này.",
    ]


def test_the_board_leads_to_the_comparison_and_that_to_the_acceptance(page, report, next_version):
    board = page.get("/tong-hop/2024/")
    [compare] = words(board, "//td[@class='version']/a/@href")
    assert compare == address(report, "so-sanh/?tu=1&den=2")
    assert words(page.get(compare), f"{HEAD}/@href") == [
        address(report, "tiep-nhan/"),
        f"{address(report)}#ket-luan",
    ]
    make_outcome(next_version, "accepted")
    assert words(page.get(compare), HEAD) == []


def test_what_the_checks_still_found_is_shown_to_the_reader(page, report):
    found = [["cảnh báo", "Số 139 có hai ký hiệu."], ["gợi ý", "Chưa có số người."]]
    make_submission(report, outstanding=found)
    assert words(page.get(address(report)), "//details[contains(summary, 'Còn khi nộp')]/*") == [
        "Còn khi nộp: 1 cảnh báo, 1 gợi ý",
        "Số 139 có hai ký hiệu. (cảnh báo)Chưa có số người. (gợi ý)",
    ]
