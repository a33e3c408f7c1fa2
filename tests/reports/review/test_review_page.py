"""Dung reads what a department handed in: its files, its words by part, its versions, what changed."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate

from accounts.attaching.keeping import detach
from accounts.history import downloads_of
from accounts.models import Organisation, Role
from reports.models import FileKind, OutcomeKind, ReviewNote
from reports.review.reviewing import add_note
from tests.factories import (
    make_attachment,
    make_organisation,
    make_outcome,
    make_period,
    make_report,
    make_submission,
    make_submitted_file,
    make_user,
)
from tests.pages import title, words
from tests.reports.submission.handed_in import frozen_bytes

PARTS = [
    ["Đầu văn bản", "SỞ XÂY DỰNG\nSố: 05/BC-SXD\nSen, ngày 05 tháng 11 năm 2024\nBÁO CÁO"],
    ["I. Kết quả", "Sở đã phổ biến 12 văn bản."],
    ["1. Văn bản", ""],
    ["1. Văn bản", "Hai mục trùng tên."],
]
PART = "//article[@id='{}']"


@pytest.fixture
def report(department):
    return make_report(department)


@pytest.fixture
def page(client, dung):
    client.force_login(dung)
    return client


def address(report, rest=""):
    return f"/tong-hop/2024/{report.pk}/{rest}"


def facts(response):
    """Return the facts at the top by their labels."""
    rows = "//section[@aria-labelledby='ket-qua']//dl/div"
    return dict(zip(words(response, f"{rows}/dt"), words(response, f"{rows}/dd"), strict=True))


def actions(response):
    return words(response, "//header[@class='page-head']//a")


def test_what_is_known_of_a_report_stands_on_top(page, report, binh):
    submission = make_submission(report, submitted_by=binh, parts=PARTS, due_on=date(2000, 1, 1), pages=12)
    make_submitted_file(submission, kind=FileKind.SIGNED)
    response = page.get(address(report))
    assert title(response) == "Sở Xây dựng tỉnh Sen, báo cáo năm 2024 – Sở Tư pháp tỉnh Sen"
    assert words(response, "//h1") == ["Sở Xây dựng tỉnh Sen báo cáo năm 2024, bản 1"]
    assert words(response, "//h2[@id='ket-qua']") == ["Mới nhận"]
    shown = facts(response)
    assert shown.pop("Nộp lúc").endswith(f"{localdate():%d/%m/%Y}, Trần Thanh Bình")
    assert shown == {
        "Hạn nộp": f"01/01/2000 Nộp muộn {(localdate() - date(2000, 1, 1)).days} ngày",
        "Trên văn bản": "Số: 05/BC-SXD; Sen, ngày 05 tháng 11 năm 2024",
        "Số trang": "12",
    }
    assert actions(response) == ["Tiếp nhận", "Trả lại"]
    files = words(response, "//section[@aria-labelledby='tep']//ul[@class='ways']//a/@href")
    assert files == [file.get_absolute_url() for file in submission.files.all()]


def test_the_words_stand_by_part_whatever_the_browser_shows_of_the_pdf(page, report):
    submission = make_submission(report, parts=PARTS)
    response = page.get(address(report))
    assert words(response, "//article/h3") == [
        "Cả báo cáo",
        "Đầu văn bản",
        "I. Kết quả",
        "1. Văn bản",
        "1. Văn bản (lần 2)",
    ]
    assert words(response, f"{PART.format('muc-1')}/div[@class='words']") == ["Sở đã phổ biến 12 văn bản."]
    pdf = f"{submission.files.get(kind=FileKind.PDF).get_absolute_url()}?xem=1"
    assert words(response, "//section[@class='frozen']//a/@href") == [pdf]
    assert [src.partition("#")[0] for src in words(response, "//iframe/@src")] == [pdf]
    assert b"".join(page.get(pdf)) == frozen_bytes(submission, FileKind.PDF)


def test_notes_stand_beside_their_part_and_own_ones_can_be_removed(page, report, dung):
    submission = make_submission(report, parts=PARTS)
    colleague = make_user(dung.organisation, Role.JUSTICE_OFFICER, full_name="Lý Văn Khoa")
    add_note(submission=submission, heading="1. Văn bản (lần 2)", text="Gộp hai mục.", by=dung)
    add_note(submission=submission, heading="", text="Dòng một.\nDòng hai.", by=colleague)
    response = page.get(address(report))
    assert words(response, f"{PART.format('muc-3')}//div[@class='note-text']") == ["Gộp hai mục."]
    assert words(response, f"{PART.format('ca-bao-cao')}//div[@class='note-text']") == ["Dòng một.Dòng hai."]
    assert words(response, "//h2[@id='theo-muc']/span") == ["2 nhận xét"]
    [removal] = words(response, "//ul[@class='notes-on-it']//form/@action")
    assert removal == address(report, f"nhan-xet/{ReviewNote.objects.get(written_by=dung).pk}/xoa/")


def test_the_page_shows_waived_findings_with_their_reasons(page, report):
    make_submission(report, waived=[["Số 139 hai ký hiệu.", "Hai văn bản khác nhau.", "Trần Thanh Bình"]])
    response = page.get(address(report))
    assert words(response, "//details[summary='Đơn vị giữ nguyên 1 chỗ được nhắc']//p") == [
        "Số 139 hai ký hiệu.",
        "Lý do: Hai văn bản khác nhau. (Trần Thanh Bình)",
    ]


def test_the_page_shows_an_outcome_and_no_more_buttons(page, report, dung):
    submission = make_submission(report)
    add_note(submission=submission, heading="", text="Thiếu số liệu.", by=dung)
    make_outcome(submission, decided_by=dung)
    response = page.get(address(report))
    assert words(response, "//h2[@id='ket-qua']") == ["Đã trả lại"]
    assert words(response, "//section[@aria-labelledby='ket-qua']//div[@class='reason']") == [
        "Bổ sung số liệu."
    ]
    assert facts(response)["Trả lại lúc"].endswith("Phạm Mỹ Dung")
    assert (actions(response), words(response, "//main//form")) == ([], [])
    assert words(response, "//div[@class='note-text']") == ["Thiếu số liệu."]


def test_earlier_versions_can_be_read_with_what_became_of_them(page, report):
    first = make_submission(report)
    make_outcome(first, reason="Thiếu <b>số liệu</b>.")
    taken_back = make_submission(report)
    make_outcome(taken_back, OutcomeKind.WITHDRAWN)
    make_submission(report)
    response = page.get(address(report))
    assert words(response, "//details[@class='panel unfolding']//a/@href") == [
        f"{address(report)}?ban=1",
        f"{address(report, 'so-sanh/')}?tu=1&den=3",
    ]
    assert words(response, "//details//div[@class='reason']") == ["Thiếu <b>số liệu</b>."]
    changed = "//section//a[normalize-space()='Xem thay đổi so với bản 1']/@href"
    assert words(response, changed) == [f"{address(report, 'so-sanh/')}?tu=1&den=3"]
    older = page.get(f"{address(report)}?ban=1")
    assert words(older, "//div[@class='notice warning']/p") == ["Đây là bản 1, đã có bản 3. Xem bản 3"]
    assert (words(older, "//h2[@id='ket-qua']"), actions(older)) == (["Đã trả lại"], [])
    for version in ("2", "4", "0", "x", "1" * 400, ""):
        assert page.get(f"{address(report)}?ban={version}").status_code == 404


def test_the_page_mentions_a_later_withdrawn_version_but_does_not_show_it(page, report):
    make_outcome(make_submission(report))
    make_outcome(make_submission(report, parts=[["Mục kín", "Chữ kín."]]), OutcomeKind.WITHDRAWN)
    response = page.get(address(report))
    assert words(response, "//div[@class='notice warning']/p") == [
        "Đơn vị đã nộp một bản mới hơn rồi rút lại, đang soạn tiếp. Bản 1 là bản mới nhất còn xem được."
    ]
    assert ("kín" in response.content.decode(), actions(response)) == (False, [])


def test_the_report_that_waits_longest_is_next(page, report, other_department, department):
    make_outcome(make_submission(report), OutcomeKind.ACCEPTED)
    other = make_report(other_department)
    make_submission(other)
    make_submission(make_report(department, reporting_year=2023))
    response = page.get(address(report))
    assert words(response, "//div[@class='row-place between']/a") == [
        "Tổng hợp năm 2024",
        "Báo cáo tiếp theo: Sở Y tế tỉnh Sen",
    ]
    assert words(page.get(address(other)), "//div[@class='row-place between']/a") == ["Tổng hợp năm 2024"]


def test_drafts_and_what_was_taken_back_do_not_exist(page, report, dung):
    assert page.get(address(report)).status_code == 404
    make_outcome(make_submission(report), OutcomeKind.WITHDRAWN)
    for rest in ("", "so-sanh/", "tra-lai/", "tiep-nhan/", "nhan-xet/"):
        assert page.get(address(report, rest)).status_code == 404
    assert page.get(f"/tong-hop/2024/{'9' * 40}/").status_code == 404


def test_an_officer_of_another_justice_department_finds_nothing(client, report):
    submission = make_submission(report)
    submission.attachments.add(file := make_attachment(report.organisation))
    note = submission.notes.create(
        text="Thiếu.", written_by=make_user(make_organisation(), Role.JUSTICE_OFFICER)
    )
    client.force_login(note.written_by)
    pages = ("", "so-sanh/", "nhan-xet/", "tra-lai/", "tiep-nhan/", f"tep/{file.pk}/")
    assert {client.get(address(report, rest)).status_code for rest in pages} == {404}
    sent = {"version": 1, "reason": "Thiếu.", "text": "Thiếu.", "heading": ""}
    verbs = ("nhan-xet/", f"nhan-xet/{note.pk}/xoa/", "tra-lai/", "tiep-nhan/")
    assert {client.post(address(report, rest), sent).status_code for rest in verbs} == {404}
    assert (ReviewNote.objects.count(), hasattr(submission, "outcome")) == (1, False)


def test_a_report_is_found_under_its_own_period_only(page, report):
    make_submission(report)
    for period in ("2023", "2024-6-thang"):
        assert page.get(f"/tong-hop/{period}/{report.pk}/").status_code == 404


def test_the_page_shows_changes_word_by_word(page, report):
    make_outcome(make_submission(report, parts=[["I. Kết quả", "Sở đã phổ biến 12 văn bản."]]))
    make_submission(report, parts=[["I. Kết quả", "Sở đã phổ biến 15 văn bản."]])
    response = page.get(f"{address(report, 'so-sanh/')}?tu=1&den=2")
    assert words(response, "//section//del | //section//ins") == ["12", "15"]
    assert words(page.get(address(report, "so-sanh/")), "//section//ins") == ["15"]


def test_what_was_taken_back_is_compared_with_nothing(page, report):
    make_outcome(make_submission(report, parts=[["Mục kín", "Chữ kín."]]), OutcomeKind.WITHDRAWN)
    make_submission(report)
    alone = page.get(address(report, "so-sanh/"))
    assert words(alone, "//main//h2") == ["Chưa có hai bản để so sánh"]
    make_outcome(report.submissions.last())
    make_submission(report)
    refused = page.get(f"{address(report, 'so-sanh/')}?tu=1&den=3")
    assert words(refused, "//p[@class='refused']") == [
        "Báo cáo không có bản này. Chọn một bản trong danh sách."
    ]
    assert "kín" not in refused.content.decode()


def test_dung_takes_evidence_away_also_what_was_taken_off_since(page, report, dung, department):
    file = make_attachment(department, name="Ảnh hội nghị.png", data=b"\x89PNG...")
    other = make_attachment(department)
    submission = make_submission(report)
    submission.attachments.add(file)
    detach(file, by=file.added_by)
    [link] = words(page.get(address(report)), "//ul[@class='evidence file-rows']//a/@href")
    response = page.get(link)
    assert b"".join(response) == b"\x89PNG..."
    assert {name: response[name] for name in ("Content-Type", "Content-Disposition", "Cache-Control")} == {
        "Content-Type": "image/png",
        "Content-Disposition": "attachment; filename*=utf-8''%E1%BA%A2nh%20h%E1%BB%99i%20ngh%E1%BB%8B.png",
        "Cache-Control": "private, no-store",
    }
    page.head(link)
    assert [one.values for one in downloads_of(report)] == [[["tệp", "", "Ảnh hội nghị.png"]]]
    assert page.get(address(report, f"tep/{other.pk}/")).status_code == 404
    make_outcome(submission, OutcomeKind.WITHDRAWN)
    assert page.get(link).status_code == 404


def test_evidence_that_is_gone_from_the_disk_is_a_page_that_says_so(page, report, department):
    make_submission(report).attachments.add(file := make_attachment(department))
    file.file.storage.delete(file.file.name)
    response = page.get(address(report, f"tep/{file.pk}/"))
    assert (response.status_code, words(response, "//h1")) == (
        404,
        ["Không tìm thấy tệp “ke-hoach.pdf” trong kho"],
    )
    assert list(downloads_of(report)) == []


def fill(report, dung, times):
    """Give the report so many versions, the last with so many notes and files."""
    for _ in range(times):
        for submission in report.submissions.filter(outcome=None):
            make_outcome(submission)
        last = make_submission(report)
    for number in range(times):
        make_user(report.organisation)
        last.attachments.add(make_attachment(report.organisation))
        last.notes.create(heading="I. Kết quả", text=f"Nhận xét {number}.", written_by=dung)
        make_submission(make_report(make_organisation(reports_to=dung.organisation)))


@pytest.mark.parametrize("rest", ["", "so-sanh/", "tra-lai/", "tiep-nhan/", "nhan-xet/"])
def test_a_page_of_thirty_asks_no_more_than_a_page_of_one(page, dung, department, rest):
    costs = []
    for year, times in ((2023, 1), (2024, 30)):
        report = make_report(department, reporting_year=year)
        fill(report, dung, times + 1)
        url = f"/tong-hop/{year}/{report.pk}/{rest}"
        page.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert page.get(url).status_code == 200
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_what_a_department_handed_in_goes_with_it_to_another_justice_department(page, report, dung, binh):
    make_period(dung.organisation)
    submission = make_submission(report, due_on=date(2099, 11, 15))
    other = make_user(make_organisation(), Role.JUSTICE_OFFICER)
    Organisation.objects.filter(pk=report.organisation_id).update(reports_to=other.organisation)
    file = submission.files.first().get_absolute_url()
    for person, status in ((dung, 404), (other, 200), (binh, 200)):
        page.force_login(person)
        assert page.get(file).status_code == status
    page.force_login(other)
    timing = facts(page.get(address(report)))["Hạn nộp"]
    assert timing == "15/11/2099 Đúng hạn"
    board = page.get("/tong-hop/2024/")
    assert words(board, "//td[@class='name']/a/@href") == [address(report)]
    page.post(address(report, "tra-lai/"), {"reason": "Thiếu.", "version": 1})
    page.force_login(binh)
    assert words(page.get("/bao-cao/2024/"), "//span[contains(@class, 'due')]") == [
        "Sở Tư pháp chưa mở kỳ báo cáo này nên chưa có hạn nộp"
    ]
