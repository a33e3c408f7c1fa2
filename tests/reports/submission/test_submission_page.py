"""The page on which Bình checks the report and submits it, and the one on which he withdraws it."""

from datetime import date, timedelta

import pytest
from django.core.cache import caches
from django.core.cache.backends.locmem import LocMemCache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.timezone import localdate

from reports.checks import find, load
from reports.checks.waiving import waive
from reports.models import Outcome, OutcomeKind, Section, Submission
from reports.submission.preflight import preflight_of
from reports.submission.submission import DraftChanged, printed, submit_report
from tests.factories import (
    make_attachment,
    make_directive,
    make_event,
    make_outcome,
    make_period,
    make_plan,
    make_policy,
    make_report,
    make_submission,
)
from tests.pages import words
from tests.reports.submission.handed_in import fields_of, make_assessment, open_report, state

SUBMIT, WITHDRAW, VERSIONS = "/bao-cao/2024/nop/", "/bao-cao/2024/rut/", "/bao-cao/2024/cac-ban/"
BUTTONS = "//main//form//button"
ANSWERS = "//dl[@class='answers']/div"


@pytest.fixture
def page(client, binh):
    client.force_login(binh)
    return client


def answers(response):
    """Return the values of the summary by their labels."""
    labels, values = words(response, f"{ANSWERS}/dt"), words(response, f"{ANSWERS}/dd[not(@class)]")
    return dict(zip(labels, values, strict=True))


def ways(response):
    return dict(
        zip(words(response, f"{ANSWERS}[dd/a]/dt"), words(response, f"{ANSWERS}/dd/a/@href"), strict=True)
    )


def test_binh_reads_the_summary_of_everything(page, department, binh):
    report = open_report(department, closing="Trên đây là báo cáo", number="/BC-SXD", issued_on=None)
    Section.objects.filter(report=report, heading="Nhận xét").update(is_done=True)
    plan = make_plan(department, number="1/KH-SXD")
    make_plan(department, in_report=False)
    make_event(department)
    make_directive(department)
    make_policy(department)
    make_attachment(department, row=plan, name="ke-hoach.pdf")
    make_assessment(report, plans=[plan])
    closing = next(one for one in find(report) if one.rule.code == "no-closing")
    waive(closing, report=report, reason="Theo mẫu.", by=binh)
    response = page.get(SUBMIT)
    left = {"Chỗ cần xem lại", "Giữ nguyên có lý do"}
    summary = answers(response)
    assert {label: text for label, text in summary.items() if label not in left} == {
        "Hạn nộp": f"15/11/2099 Còn {(date(2099, 11, 15) - localdate()).days} ngày",
        "Bản in": "1 trang",
        "Số, ký hiệu và ngày": "Số: để trống chỗ ghi khi đăng ký; ký hiệu …/BC-SXD "
        "Ngày: để trống chỗ ghi khi đăng ký",
        "Trích yếu": "Kết quả công tác phổ biến, giáo dục pháp luật năm 2024",
        "Các mục": "1 trong 3 mục đã xong Văn bản: chưa đánh dấu xong "
        "Hoạt động: chưa đánh dấu xong Nhận xét: đã xong",
        "Danh mục văn bản đã ban hành": "1 dòng được in 1 dòng của năm không được in",
        "Danh mục văn bản chỉ đạo": "0 dòng được in 1 dòng của năm không được in",
        "Danh mục chính sách truyền thông": "0 dòng được in 1 dòng của năm không được in",
        "Danh mục hoạt động": "1 dòng được in",
        "Tiêu chí": "1 trong 1 tiêu chí đã đánh giá",
        "Người ký": "GIÁM ĐỐC Trần Thị Ký",
        "Nơi nhận": "Như trên Lưu: VT, PC",
        "Tệp minh chứng gửi kèm": "ke-hoach.pdf Kế hoạch số 1/KH-SXD",
    }
    assert summary["Giữ nguyên có lý do"] == f"{closing.text} Lý do: Theo mẫu."
    assert words(response, BUTTONS) == ["Nộp báo cáo"]


def test_each_thing_leads_to_where_it_is_put_right(page, department):
    make_assessment(open_report(department))
    head = "/bao-cao/2024/dau-cuoi/"
    assert ways(page.get(SUBMIT)) == {
        "Bản in": "/bao-cao/2024/xem/",
        "Số, ký hiệu và ngày": f"{head}#id_number",
        "Trích yếu": f"{head}#id_subject",
        "Các mục": "/bao-cao/2024/",
        "Danh mục văn bản đã ban hành": "/ke-hoach/2024/",
        "Danh mục văn bản chỉ đạo": "/van-ban-chi-dao/2024/",
        "Danh mục hoạt động": "/hoat-dong/2024/",
        "Tiêu chí": "/bao-cao/2024/tieu-chi/",
        "Người ký": f"{head}#id_signer_authority",
        "Nơi nhận": f"{head}#id_recipients",
        "Tệp minh chứng gửi kèm": "/bao-cao/2024/tieu-chi/",
        "Chỗ cần xem lại": "/bao-cao/2024/ra-soat/",
    }


def test_the_page_counts_the_other_findings(page, department):
    report = open_report(department, closing="Trên đây là báo cáo", number="/BC-SXD")
    found = [one.rule.severity.value for one in find(report)]
    assert (found.count("cảnh báo"), found.count("gợi ý"), len(found)) == (3, 1, 4)
    assert answers(page.get(SUBMIT))["Chỗ cần xem lại"] == "3 cảnh báo, 1 gợi ý; không chặn việc nộp."


def test_the_page_shows_by_how_many_days_binh_is_late(page, department, justice_department):
    make_period(justice_department, due_on=localdate() - timedelta(3))
    make_report(department)
    due = f"{localdate() - timedelta(3):%d/%m/%Y}"
    assert answers(page.get(SUBMIT))["Hạn nộp"] == f"{due} Quá hạn 3 ngày Vẫn nộp được."


def test_on_the_last_day_it_is_in_time(page, department, justice_department):
    make_period(justice_department, due_on=localdate())
    make_report(department)
    assert answers(page.get(SUBMIT))["Hạn nộp"].endswith("Hôm nay là ngày cuối")


def test_a_report_that_lacks_something_has_no_button(page, department):
    report = open_report(department, signer_name="")
    section = Section.objects.get(report=report, heading="Nhận xét")
    Section.objects.filter(pk=section.pk).update(body="")
    response = page.get(SUBMIT)
    assert words(response, "//section//li/p") == [
        "Mục “II. NHẬN XÉT” chưa có nội dung. Viết nội dung, hoặc ghi rõ là không có.",
        "Báo cáo chưa có họ tên người ký. Ghi họ tên người ký.",
    ]
    assert words(response, "//section//li/a/@href") == [
        f"/bao-cao/2024/muc/{section.pk}/",
        "/bao-cao/2024/dau-cuoi/#id_signer_name",
    ]
    assert words(response, BUTTONS) == []


def refusal(response):
    assert words(response, BUTTONS) == []
    return words(response, "//section[@aria-labelledby='chua-nop-duoc']/p")


def test_a_period_that_takes_nothing_has_no_button(page, department, justice_department):
    make_report(department)
    assert refusal(page.get(SUBMIT)) == [
        "Sở Tư pháp chưa mở kỳ báo cáo này. Báo cáo vẫn soạn được; nộp được khi kỳ đã mở."
    ]
    make_period(justice_department, due_on=localdate() - timedelta(1), closed_at=timezone.now())
    assert refusal(page.get(SUBMIT)) == [
        f"Kỳ báo cáo đã đóng ngày {localdate():%d/%m/%Y}. Đề nghị Sở Tư pháp gia hạn hoặc mở lại kỳ rồi nộp."
    ]


def test_the_page_refuses_a_department_that_reports_to_nobody(page, department):
    department.reports_to = None
    department.save()
    make_report(department)
    (sentence,) = refusal(page.get(SUBMIT))
    assert sentence.startswith("Cơ quan chưa được gắn với Sở Tư pháp nhận báo cáo.")


def test_binh_hands_in_what_he_saw(page, department):
    report = open_report(department)
    response = page.post(SUBMIT, fields_of(page.get(SUBMIT)), follow=True)
    assert response.redirect_chain == [(f"{VERSIONS}1/", 302)]
    assert words(response, "//div[contains(@class, 'notice')]/p") == [
        "Đã nộp báo cáo năm 2024 (bản 1). Sở Tư pháp đã nhận được."
    ]
    assert Submission.objects.get().report == report


def test_a_second_click_leads_to_the_same_version(page, department):
    open_report(department)
    fields = fields_of(page.get(SUBMIT))
    first, second = page.post(SUBMIT, fields), page.post(SUBMIT, fields)
    assert first.url == second.url == f"{VERSIONS}1/"
    assert Submission.objects.count() == 1


def test_another_form_finds_it_handed_in(page, department):
    open_report(department)
    forms = [fields_of(page.get(SUBMIT)) for _ in range(2)]
    page.post(SUBMIT, forms[0])
    response = page.post(SUBMIT, forms[1], follow=True)
    assert response.redirect_chain == [(VERSIONS, 302)]
    assert words(response, "//div[contains(@class, 'notice')]/p")[-1].startswith(
        "Không nộp được: Báo cáo đã nộp"
    )
    assert Submission.objects.count() == 1


@pytest.mark.parametrize("digest", ["changed", "", "\x00", None])
def test_what_changed_since_is_shown_again(page, department, digest):
    report = open_report(department)
    fields = fields_of(page.get(SUBMIT))
    if digest == "changed":
        report.subject = "Kết quả mới"
        report.save()
    elif digest is None:
        del fields["digest"]
    else:
        fields["digest"] = digest
    response = page.post(SUBMIT, fields)
    assert response.status_code == 409
    assert words(response, "//*[@role='alert']") == [
        "Báo cáo vừa thay đổi sau khi bạn xem. Xem lại lần nữa rồi nộp."
    ]
    assert (words(response, BUTTONS), state(report)) == (["Nộp báo cáo"], "DRAFTING")
    assert page.post(SUBMIT, fields_of(response)).url == f"{VERSIONS}1/"


def test_what_changed_while_the_page_was_made_is_not_handed_in_unseen(department, binh):
    """The answers and the findings on the page are those of one and the same report, which is what is handed in."""
    report = open_report(department)
    draft = load(report, localdate())
    Section.objects.filter(report=report, heading="Nhận xét").update(body="Chưa đạt.")
    prepared = printed(preflight_of(draft).draft)
    with pytest.raises(DraftChanged):
        submit_report(report=report, prepared=prepared, by=binh)


def test_the_page_shows_findings_that_block_since(page, department):
    report = open_report(department)
    fields = fields_of(page.get(SUBMIT))
    report.recipients.all().delete()
    fields["digest"] = "anything"
    response = page.post(SUBMIT, fields)
    assert words(response, "//section//li/p") == ["Báo cáo chưa có nơi nhận. Ghi các nơi nhận."]
    assert (words(response, BUTTONS), state(report)) == ([], "DRAFTING")


def test_the_page_shows_that_the_period_has_closed_since(page, department, justice_department):
    report = open_report(department)
    fields = fields_of(page.get(SUBMIT))
    period = justice_department.periods.get()
    period.closed_at = timezone.now()
    period.save()
    response = page.post(SUBMIT, fields)
    assert response.status_code == 409
    assert refusal(response)[0].startswith("Kỳ báo cáo đã đóng")
    assert state(report) == "DRAFTING"


@pytest.mark.parametrize(
    ("address", "sentence"), [(SUBMIT, "Báo cáo đã nộp"), (WITHDRAW, "Báo cáo đang soạn")]
)
def test_what_the_state_does_not_allow_leads_to_the_versions(page, department, address, sentence):
    report = open_report(department)
    if address == SUBMIT:
        make_submission(report)
    response = page.get(address, follow=True)
    assert response.redirect_chain == [(VERSIONS, 302)]
    assert words(response, "//div[contains(@class, 'notice')]/p")[0].startswith(sentence)


class WatchedCache(LocMemCache):
    """Notes whether a transaction is open when a file of a report is made and stored."""

    opened = []

    def set(self, key, *args, **kwargs):
        self.opened.append(connection.in_atomic_block)
        super().set(key, *args, **kwargs)


@pytest.mark.django_db(transaction=True)
def test_nothing_is_printed_while_others_wait(page, department, settings):
    settings.CACHES = {
        name: {"BACKEND": f"{__name__}.WatchedCache", "LOCATION": "watched"} for name in ("default", "files")
    }
    report = open_report(department, subject="Báo cáo chưa in lần nào")
    fields = fields_of(page.get(SUBMIT))
    caches["files"].clear()
    WatchedCache.opened.clear()
    assert page.post(SUBMIT, fields).url == f"{VERSIONS}1/"
    assert (state(report), WatchedCache.opened) == ("SUBMITTED", [False, False])


def many(report, count):
    """Save rows, criteria that they show, files and findings, so many of each."""
    for number in range(count):
        plan = make_plan(report.organisation)
        make_attachment(report.organisation, row=plan)
        make_directive(report.organisation)
        make_event(report.organisation)
        make_assessment(report, plans=[plan], text=f"Đạt lần {number}.")


def test_the_page_runs_a_constant_number_of_queries(page, department):
    report = open_report(department)

    def count():
        with CaptureQueriesContext(connection) as queries:
            assert page.get(SUBMIT).status_code == 200
        return len(queries)

    many(report, 1)
    page.get(SUBMIT)
    few = count()
    many(report, 30)
    assert count() == few


# Taking back


def test_binh_takes_it_back_with_a_reason(page, department):
    report = make_report(department)
    make_submission(report)
    fields = fields_of(page.get(WITHDRAW)) | {"reason": "Thiếu số liệu.\n\nNộp lại sau."}
    response = page.post(WITHDRAW, fields, follow=True)
    assert response.redirect_chain == [("/bao-cao/2024/", 302)]
    outcome = Outcome.objects.get()
    assert (outcome.kind, outcome.reason) == (OutcomeKind.WITHDRAWN, "Thiếu số liệu.\n\nNộp lại sau.")
    assert page.post(WITHDRAW, fields).url == "/bao-cao/2024/"
    assert Outcome.objects.count() == 1


@pytest.mark.parametrize("reason", ["", "   ", "\u200b"])
def test_without_a_reason_nothing_is_taken_back(page, department, reason):
    make_submission(make_report(department))
    response = page.post(WITHDRAW, fields_of(page.get(WITHDRAW)) | {"reason": reason})
    assert words(response, "//*[@class='refused']") == ["Chưa ghi lý do. Ghi vắn tắt vì sao rút bản đã nộp."]
    assert Outcome.objects.count() == 0


def test_a_form_about_an_older_version_takes_no_newer_one_back(page, department):
    report = make_report(department)
    first = make_submission(report)
    fields = fields_of(page.get(WITHDRAW)) | {"reason": "Nhầm."}
    make_outcome(first)
    make_submission(report)
    response = page.post(WITHDRAW, fields, follow=True)
    assert words(response, "//div[contains(@class, 'notice')]/p") == [
        "Đã có bản nộp mới hơn. Tải lại trang để xem bản mới nhất."
    ]
    assert state(report) == "SUBMITTED"


def test_what_was_accepted_meanwhile_stays(page, department):
    report = make_report(department)
    submission = make_submission(report)
    fields = fields_of(page.get(WITHDRAW)) | {"reason": "Nhầm."}
    make_outcome(submission, OutcomeKind.ACCEPTED)
    response = page.post(WITHDRAW, fields, follow=True)
    assert words(response, "//div[contains(@class, 'notice')]/p")[0].startswith("Không rút được")
    assert state(report) == "ACCEPTED"


@pytest.mark.parametrize("version", ["", "x", "99", "-1", "9" * 30])
def test_a_version_that_there_is_none_of_is_not_taken_back(page, department, version):
    report = make_report(department)
    make_submission(report)
    fields = fields_of(page.get(WITHDRAW)) | {"reason": "Nhầm.", "version": version}
    assert page.post(WITHDRAW, fields).status_code in (200, 404)
    assert state(report) == "SUBMITTED"
