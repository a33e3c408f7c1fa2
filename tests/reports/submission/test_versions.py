"""What the department handed in: the list, one version with its files, and what changed between two."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate, now
from lxml import html

from accounts.attaching.keeping import detach
from accounts.history import downloads_of, record_download
from reports.models import FileKind, OutcomeKind, ReviewNote, SignatureCheck, SubmittedFile
from reports.models.signatures import sentence_on
from reports.models.wording import SUBMITTING
from tests.accounts.attaching.uploads import pdf, png
from tests.factories import (
    make_attachment,
    make_outcome,
    make_plan,
    make_report,
    make_submission,
    make_submitted_file,
)
from tests.lib.signing import add_empty_field, replace_page, updated
from tests.pages import words
from tests.reports.submission.handed_in import fields_of, frozen_bytes, signed_copy, with_real_pdf

VERSIONS = "/bao-cao/2024/cac-ban/"
DIFFERENCE = f"{VERSIONS}so-sanh/"
SIGNED_FORM = "//*[@class='choose']//form"


@pytest.fixture
def report(department):
    return make_report(department)


@pytest.fixture
def page(client, binh):
    client.force_login(binh)
    return client


def today():
    return f"{localdate():%d/%m/%Y}"


def part(response, label):
    """Return the words of a part of a version's page."""
    return words(response, f"//section[@aria-labelledby='{label}']//*[self::li or contains(@class, 'hint')]")


def test_all_of_the_department_see_the_versions(client, report, an, binh, dung):
    first = make_submission(report, submitted_by=binh, due_on=date(2000, 1, 1))
    make_outcome(first, decided_by=dung)
    second = make_submission(report, submitted_by=binh)
    make_outcome(second, OutcomeKind.WITHDRAWN, decided_by=binh, reason="Nhầm.")
    make_submission(report, submitted_by=binh, due_on=date(2099, 1, 1))
    client.force_login(an)
    response = client.get(VERSIONS)
    rows = [words(response, f"//tbody/tr[{number}]/td") for number in (1, 2, 3)]
    days = (localdate() - date(2000, 1, 1)).days
    assert [(row[0], row[3], row[5]) for row in rows] == [
        ("Bản 3", f"Nộp muộn {days} ngày (tính theo bản 1)", f"Đã nộp (bản 3, {today()})"),
        ("Bản 2", f"Nộp muộn {days} ngày (tính theo bản 1)", f"Đã rút ({today()}) Nhầm."),
        ("Bản 1", f"Nộp muộn {days} ngày", f"Bị trả lại (bản 1, {today()}) Bổ sung số liệu."),
    ]
    assert {row[2] for row in rows} == {f"Người nộp {binh}"}
    assert words(response, "//main//a[@class='btn btn-primary']/@href") == [DIFFERENCE]


def test_where_nothing_was_handed_in_it_says_how(client, report, an, binh):
    for person, way in ((binh, "/bao-cao/2024/nop/"), (an, "/bao-cao/2024/")):
        client.force_login(person)
        response = client.get(VERSIONS)
        assert words(response, "//main//h2") == ["Báo cáo năm 2024 chưa nộp lần nào"]
        assert words(response, "//main//a[@class='btn btn-primary']/@href") == [way]


def test_the_list_and_a_version_run_a_constant_number_of_queries(page, report, binh):
    def count(address):
        with CaptureQueriesContext(connection) as queries:
            assert page.get(address).status_code == 200
        return len(queries)

    def add():
        submission = make_submission(report)
        submission.attachments.add(make_attachment(report.organisation))
        for file in submission.files.all():
            record_download(report, file.name, by=binh)
        ReviewNote.objects.create(submission=submission, text="Rõ.", written_by=binh)
        make_outcome(submission)
        return submission

    add()
    few = count(VERSIONS), count(f"{VERSIONS}1/")
    for _ in range(30):
        last = add()
    last.attachments.set(make_attachment(report.organisation) for _ in range(30))
    assert (count(VERSIONS), count(f"{VERSIONS}31/")) == few


def test_a_version_has_its_files_with_their_hashes(page, report):
    submission = make_submission(report)
    response = page.get(submission.get_absolute_url())
    docx, pdf = submission.files.all()
    files = "//section[@aria-labelledby='tep-da-nop']"
    assert words(response, f"{files}//li/a") == ["Tải DOCX", "Tải PDF"]
    assert words(response, f"{files}//li/a/@href") == [f"/tep-nop/{docx.pk}/", f"/tep-nop/{pdf.pk}/"]
    assert words(response, f"{files}//p[contains(@class, 'whole')]") == [docx.sha256, pdf.sha256]
    assert words(response, f"{files}//summary") == [f"SHA-256: {one.sha256[:12]}…" for one in (docx, pdf)]
    seen = [f"/tep-nop/{pdf.pk}/?xem=1", "/kiem-tra-tep/2024/"]
    assert words(response, f"{files}//a[@class='see']/@href") == seen


def test_what_went_along_stands_beside(page, report, binh):
    plan = make_plan(report.organisation, number="1/KH-SXD")
    remaining, gone = (
        make_attachment(report.organisation, row=plan, name=name) for name in ("a.pdf", "b.pdf")
    )
    submission = make_submission(report, waived=[["Chưa có lời kết.", "Theo mẫu.", "Trần Thanh Bình"]])
    submission.attachments.set([remaining, gone])
    detach(gone, by=binh)
    response = page.get(submission.get_absolute_url())
    assert part(response, "giu-nguyen")[0] == "Chưa có lời kết.Lý do: Theo mẫu. (Trần Thanh Bình)"
    assert words(response, "//section[@aria-labelledby='minh-chung']//li") == [
        "a.pdfKế hoạch số 1/KH-SXD",
        "b.pdf (đã xóa khỏi danh sách tệp)Kế hoạch số 1/KH-SXD",
    ]
    assert words(response, "//section[@aria-labelledby='minh-chung']//a/@href") == [f"/tep/{remaining.pk}/"]


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        (None, []),
        (OutcomeKind.WITHDRAWN, []),
        (OutcomeKind.RETURNED, ["I. Kết quảThiếu số.", "Cả báo cáoRõ."]),
        (OutcomeKind.ACCEPTED, ["I. Kết quảThiếu số.", "Cả báo cáoRõ."]),
    ],
)
def test_remarks_are_read_with_the_outcome(page, report, dung, kind, shown):
    submission = make_submission(report)
    for heading, text in (("I. Kết quả", "Thiếu số."), ("", "Rõ.")):
        ReviewNote.objects.create(submission=submission, heading=heading, text=text, written_by=dung)
    if kind:
        make_outcome(submission, kind)
    response = page.get(submission.get_absolute_url())
    assert words(response, "//section[@aria-labelledby='nhan-xet']//li") == shown


def test_the_department_sees_who_fetched_its_files(page, report, dung):
    submission = make_submission(report)
    for file in submission.files.all():
        record_download(report, file.name, by=dung)
    downloads = words(page.get(submission.get_absolute_url()), "//section[@aria-labelledby='ai-da-tai']//li")
    assert [one.split(" Sở Tư pháp tỉnh Sen, ")[0] for one in downloads] == ["Phạm Mỹ Dung"] * 2
    assert [one.rsplit("/", 1)[1][4:] for one in downloads] == [
        "bao-cao-pbgdpl-SXD-2024-ban-1.pdf",
        "bao-cao-pbgdpl-SXD-2024-ban-1.docx",
    ]


def test_downloads_of_drafts_are_listed_apart(page, report, binh):
    submission = make_submission(report)
    for name in (f"{report.file_name}-du-thao.docx", submission.files.first().name, "anh-du-thao.docx"):
        record_download(report, name, by=binh)
    section = "//section[@aria-labelledby='ai-da-tai']"
    response = page.get(submission.get_absolute_url())
    assert words(response, f"{section}/ul//p[@class='file']") == [
        "anh-du-thao.docx",
        "bao-cao-pbgdpl-SXD-2024-ban-1.docx",
    ]
    assert words(response, f"{section}/p/a") == ["Tải bản dự thảo: 1 lượt"]
    drafts = page.get(words(response, f"{section}/p/a/@href")[0])
    assert [row[3] for row in download_rows(drafts)] == ["bao-cao-pbgdpl-SXD-2024-du-thao.docx"]


def download_rows(response):
    rows = html.fromstring(response.content.decode()).xpath("//table/tbody/tr")
    return [[" ".join(cell.text_content().split()) for cell in row] for row in rows]


def test_no_download_pushes_another_out_of_the_record(page, report, binh, dung):
    submission = make_submission(report)
    record_download(report, "bao-cao.pdf", by=dung)
    for number in range(130):
        record_download(report, f"{report.file_name}-du-thao.docx", by=binh)
        if number % 10 == 0:
            record_download(report, f"minh-chung-{number}.pdf", by=binh)
    version = page.get(submission.get_absolute_url())
    links = words(version, "//section[@aria-labelledby='ai-da-tai']/p/a")
    assert links == ["Xem cả 14 lượt tải", "Tải bản dự thảo: 130 lượt"]
    all_of_them = download_rows(page.get(f"{VERSIONS}luot-tai/"))
    assert (len(all_of_them), all_of_them[-1][1:]) == (
        14,
        ["Phạm Mỹ Dung", "Sở Tư pháp tỉnh Sen", "bao-cao.pdf"],
    )
    drafts = [page.get(f"{VERSIONS}luot-tai/?loai=du-thao&trang={number}") for number in (1, 2, 3)]
    assert [len(download_rows(one)) for one in drafts] == [50, 50, 30]


def test_the_list_of_downloads_asks_as_often_for_one_as_for_sixty(page, report, binh):
    asked = []
    for more in (1, 60):
        for number in range(more):
            record_download(report, f"minh-chung-{number}.pdf", by=binh)
        with CaptureQueriesContext(connection) as queries:
            page.get(f"{VERSIONS}luot-tai/")
        asked.append(len(queries))
    assert asked[0] == asked[1]


def actions(response):
    ways = words(response, "//main//header//a"), words(response, f"{SIGNED_FORM}//button")
    return [*ways[0], *ways[1]]


@pytest.mark.parametrize(
    ("kind", "offered"),
    [
        (None, ["Rút bản đã nộp", "Thêm bản đã ký"]),
        (OutcomeKind.ACCEPTED, ["Thêm bản đã ký"]),
        (OutcomeKind.RETURNED, []),
        (OutcomeKind.WITHDRAWN, []),
    ],
)
def test_what_can_be_done_is_offered_to_binh_alone(client, report, an, binh, giang, kind, offered):
    submission = make_submission(report)
    if kind:
        make_outcome(submission, kind)
    for person, expected in ((binh, offered), (an, []), (giang, [])):
        client.force_login(person)
        assert actions(client.get(submission.get_absolute_url())) == expected


def test_with_an_older_version_nothing_is_done(page, report):
    older = make_submission(report)
    make_outcome(older)
    make_submission(report)
    assert actions(page.get(older.get_absolute_url())) == []


def test_versions_of_others_and_numbers_of_none_are_not_there(client, report, chi, binh):
    submission = make_submission(report)
    client.force_login(chi)
    assert client.get(submission.get_absolute_url()).status_code == 404
    client.force_login(binh)
    numbers = (0, 2, 10**18, 10**30)
    assert {client.get(f"{VERSIONS}{number}/").status_code for number in numbers} == {404}


# The signed PDF


def send(page, submission, data, name="da-ky.pdf", **more):
    fields = fields_of(page.get(submission.get_absolute_url()))
    file = SimpleUploadedFile(name, data)
    return page.post(f"{submission.get_absolute_url()}ban-ky/", fields | {"file": file} | more, follow=True)


def test_binh_adds_the_signed_pdf(page, report):
    submission = with_real_pdf(report)
    file = signed_copy(submission)
    response = send(page, submission, file.data)
    assert response.redirect_chain == [(submission.get_absolute_url(), 302)]
    assert words(response, "//div[contains(@class, 'notice')]/p") == ["Đã thêm bản PDF đã ký vào bản 1."]
    assert words(response, "//li//p[@class='on-time']") == [sentence_on(SignatureCheck.SIGNED, SUBMITTING)]
    assert frozen_bytes(submission, FileKind.SIGNED) == file.data
    assert words(response, f"{SIGNED_FORM}//button") == ["Thay bản đã ký"]


def test_another_file_has_to_be_said_to_be_one(page, report):
    submission = with_real_pdf(report)
    response = send(page, submission, pdf("Bản quét"))
    assert words(response, f"{SIGNED_FORM}//p[@class='refused']") == [
        "Tệp không phải bản PDF đã nộp có thêm chữ ký, mà là bản quét hoặc bản in khác do đơn vị thêm vào. "
        "Nếu vẫn muốn thêm tệp này, đánh dấu ô này rồi chọn lại tệp."
    ]
    assert not SubmittedFile.objects.filter(kind=FileKind.SIGNED).exists()
    response = send(page, submission, pdf("Bản quét"), is_another_print="on")
    assert words(response, "//div[contains(@class, 'notice')]/p") == ["Đã thêm bản PDF khác vào bản 1."]
    assert words(response, "//li//p[@class='late']") == [sentence_on(SignatureCheck.OTHER, SUBMITTING)]
    assert words(response, "//ul/li/a[contains(@class, 'btn')]") == [
        "Tải DOCX",
        "Tải PDF",
        "Tải PDF thêm sau",
    ]


def test_what_is_not_signed_yet_is_not_added_whatever_is_said_of_it(page, report):
    submission = with_real_pdf(report)
    data = frozen_bytes(submission, FileKind.PDF)
    for unsigned in (data, data + b"\n", updated(data, add_empty_field)):
        response = send(page, submission, unsigned, is_another_print="on")
        assert words(response, f"{SIGNED_FORM}//p[@class='refused']") == [
            sentence_on(SignatureCheck.UNSIGNED, SUBMITTING)
        ]
    assert submission.files.count() == 2


def test_another_page_in_a_signed_file_is_said_where_it_is_added_and_read(page, report, dung):
    submission = with_real_pdf(report)
    forged = updated(signed_copy(submission).data, replace_page)
    response = send(page, submission, forged)
    (sentence,) = words(response, f"{SIGNED_FORM}//p[@class='refused']")
    assert sentence.startswith(sentence_on(SignatureCheck.ALTERED, SUBMITTING))
    response = send(page, submission, forged, is_another_print="on")
    assert words(response, "//li//p[@class='late']") == [sentence_on(SignatureCheck.ALTERED, SUBMITTING)]
    make_outcome(submission, OutcomeKind.ACCEPTED)
    page.force_login(dung)
    response = page.get(f"/tong-hop/2024/{report.pk}/")
    assert words(response, "//section[@aria-labelledby='tep']/p[@class='late']") == [
        sentence_on(SignatureCheck.ALTERED, SUBMITTING)
    ]


@pytest.mark.parametrize(
    ("name", "data", "beginning"),
    [
        ("a.pdf", b"", "“a.pdf”: Tệp trống, không có nội dung. Chọn lại tệp."),
        ("a.pdf", b"no paper", "“a.pdf”: Nội dung tệp không đúng với đuôi .pdf của tên tệp."),
        ("a.exe", b"MZ", "“a.exe”: Không nhận loại tệp này."),
    ],
    ids=["empty", "no paper", "a program"],
)
def test_what_is_no_pdf_is_refused(page, report, name, data, beginning):
    response = send(page, make_submission(report), data, name)
    (sentence,) = words(response, f"{SIGNED_FORM}//p[@class='refused']")
    assert sentence.startswith(beginning)
    assert SubmittedFile.objects.count() == 2


def test_a_picture_is_no_signed_pdf(page, report):
    response = send(page, make_submission(report), png(), "scan.png", is_another_print="on")
    assert words(response, f"{SIGNED_FORM}//p[@class='refused']") == [
        "Bản đã ký phải là tệp PDF. Chọn tệp .pdf do phần mềm ký số tạo ra."
    ]


def test_without_a_file_it_says_so(page, report):
    submission = make_submission(report)
    response = page.post(
        f"{submission.get_absolute_url()}ban-ky/", fields_of(page.get(submission.get_absolute_url()))
    )
    assert words(response, f"{SIGNED_FORM}//p[@class='refused']") == [
        "Chưa chọn tệp nào. Bấm vào ô chọn tệp, rồi gửi lại."
    ]


def set_aside(response):
    return words(response, "//ul[@class='set-aside']//a")


def test_a_wrong_signed_file_is_replaced_and_stays_in_the_record(page, report, an, binh, dung):
    submission = with_real_pdf(report)
    send(page, submission, pdf("Bản quét"), is_another_print="on")
    wrong = submission.files.get(kind=FileKind.SIGNED)
    response = send(page, submission, signed_copy(submission).data)
    assert words(response, "//div[contains(@class, 'notice')]/p") == ["Đã thay bằng bản PDF đã ký ở bản 1."]
    right = submission.files.get(kind=FileKind.SIGNED)
    assert set_aside(response) == [wrong.name]
    assert words(response, "//ul[@class='set-aside']//a/@href") == [f"/tep-nop/{wrong.pk}/"]
    for person, file, status in ((an, wrong, 200), (dung, wrong, 404), (dung, right, 200)):
        page.force_login(person)
        assert page.get(file.get_absolute_url()).status_code == status
    assert [(one.changed_by, one.values) for one in reversed(downloads_of(report))] == [
        (an, [["tệp", "", wrong.name]]),
        (dung, [["tệp", "", right.name]]),
    ]


def test_a_replaced_file_is_still_a_pdf(page, report):
    file = make_submitted_file(make_submission(report), kind=FileKind.SIGNED, replaced_at=now())
    response = page.get(f"{file.get_absolute_url()}?xem=1")
    assert (response.status_code, response["Content-Type"]) == (200, "application/pdf")


def test_an_error_of_the_signed_file_is_shown_at_its_field(page, report):
    submission = make_submission(report)
    signed = make_submitted_file(submission, kind=FileKind.SIGNED)
    response = send(page, submission, png(), "scan.png", is_another_print="on")
    assert words(response, f"{SIGNED_FORM}//p[@class='refused']") == [
        "Bản đã ký phải là tệp PDF. Chọn tệp .pdf do phần mềm ký số tạo ra."
    ]
    assert words(response, "//details[@class='choose' and @open]/summary") == [
        "Thay bản đã ký nếu thêm nhầm tệp"
    ]
    assert submission.files.get(kind=FileKind.SIGNED) == signed


@pytest.mark.parametrize("kind", [None, *OutcomeKind])
def test_binh_is_refused_who_comes_too_late_with_a_signed_file(page, report, kind):
    """A colleague added one, or the report moved on, while the file was chosen."""
    submission = with_real_pdf(report)
    fields = fields_of(page.get(submission.get_absolute_url()))
    make_submitted_file(submission, kind=FileKind.SIGNED)
    if kind:
        make_outcome(submission, kind)
    file = SimpleUploadedFile("a.pdf", signed_copy(submission).data)
    response = page.post(f"{submission.get_absolute_url()}ban-ky/", fields | {"file": file}, follow=True)
    (message,) = words(response, "//div[contains(@class, 'notice')]/p")
    late = {
        None: "Bản nộp này đã có bản PDF đã ký.",
        OutcomeKind.ACCEPTED: "Bản nộp này đã có bản PDF đã ký.",
        OutcomeKind.RETURNED: "Không thêm bản đã ký được: Báo cáo đã bị trả lại để sửa.",
        OutcomeKind.REOPENED: "Không thêm bản đã ký được: Báo cáo đã được mở lại để sửa.",
        OutcomeKind.WITHDRAWN: "Không thêm bản đã ký được: Báo cáo đang soạn, chưa nộp.",
    }
    assert message == late[kind]
    assert submission.files.count() == 3


@pytest.mark.parametrize("replaces", ["0", "-1", "x", "999999", "9" * 30])
def test_a_file_that_there_is_none_of_is_not_replaced(page, report, replaces):
    submission = make_submission(report)
    fields = fields_of(page.get(submission.get_absolute_url())) | {"replaces": replaces}
    sent = {"file": SimpleUploadedFile("a.pdf", pdf()), "is_another_print": "on"}
    response = page.post(f"{submission.get_absolute_url()}ban-ky/", fields | sent)
    assert response.status_code in (200, 404)
    assert submission.files.count() == 2


def test_a_second_click_adds_nothing(page, report):
    submission = with_real_pdf(report)
    fields = fields_of(page.get(submission.get_absolute_url()))
    answers = [
        page.post(
            f"{submission.get_absolute_url()}ban-ky/",
            fields | {"file": SimpleUploadedFile("a.pdf", signed_copy(submission).data)},
        )
        for _ in range(2)
    ]
    assert [answer.url for answer in answers] == [submission.get_absolute_url()] * 2
    assert SubmittedFile.objects.filter(kind=FileKind.SIGNED).count() == 1


# The difference


def compared(page, query=""):
    return page.get(f"{DIFFERENCE}{query}")


def test_two_versions_word_by_word(page, report):
    make_outcome(
        make_submission(report, parts=[["I. Kết quả", "Sở đã mở 5 lớp."], ["II. Khác", "Không có."]])
    )
    make_submission(report, parts=[["I. Kết quả", "Sở đã mở 7 lớp."], ["II. Khác", "Không có."]])
    response = compared(page)
    assert words(response, "//p[@class='summary']/strong") == ["1 mục thay đổi: 1 mục có sửa."]
    assert words(response, "//section[contains(@class, 'changed-part')]/p") == ["Sở đã mở 57 lớp."]
    part = "//section[contains(@class, 'changed-part')]"
    assert (words(response, f"{part}//del"), words(response, f"{part}//ins")) == (["5"], ["7"])
    assert words(response, "//details[@class='unchanged framed']/summary") == ["1 mục không đổi"]
    assert words(response, "//details[@class='unchanged framed']//li") == ["II. Khác"]
    assert words(response, "//select/option[@selected]") == ["Bản 1", "Bản 2"]


def test_parts_that_came_and_went_are_counted(page, report):
    old, new = [["I. Cũ", "Sở đã tập huấn công chức."]], [["I. Mới", "Năm sau tổ chức hội thi lớn."]]
    make_outcome(make_submission(report, parts=old))
    make_submission(report, parts=new)
    summary = words(compared(page), "//p[@class='summary']/strong")
    assert summary == ["2 mục thay đổi: 1 mục mới, 1 mục bị bỏ."]
    assert words(compared(page, "?tu=2&den=1"), "//section//ins")[-1] == "Sở đã tập huấn công chức."


def test_a_version_does_not_differ_from_itself(page, report):
    make_outcome(make_submission(report))
    make_submission(report)
    assert words(compared(page, "?tu=1&den=1"), "//p[@class='summary']/strong") == [
        "Hai bản không khác nhau chữ nào."
    ]


@pytest.mark.parametrize("version", ["7", "", "x", "-1", "9" * 40, "%00", "<b>"])
def test_a_version_that_does_not_exist_is_refused_at_its_field(page, report, version):
    make_outcome(make_submission(report))
    make_submission(report)
    response = compared(page, f"?tu={version}&den=2")
    expected = "Chọn một bản." if version == "" else "Báo cáo không có bản này. Chọn một bản trong danh sách."
    assert words(response, "//p[@class='refused']") == [expected]
    assert words(response, "//div[@class='difference']") == []


@pytest.mark.parametrize("count", [0, 1])
def test_before_there_are_two_there_is_nothing_to_choose(page, report, count):
    for _ in range(count):
        make_submission(report)
    response = compared(page, "?tu=1&den=2")
    assert words(response, "//main//h2") == ["Chưa có hai bản để so sánh"]
    assert words(response, "//select") == []


def test_words_of_a_report_are_never_markup(page, report):
    make_outcome(make_submission(report, parts=[["<b>I.</b>", "<i>a</i>"]]))
    make_submission(report, parts=[["<b>I.</b>", "<script>b</script>"]])
    response = compared(page)
    assert words(response, "//section//*[self::b or self::i or self::script]") == []
