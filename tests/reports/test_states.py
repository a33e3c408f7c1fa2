"""State × action × person, all pairs: only what the table names succeeds. The table is the documentation."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from accounts.attaching.checking import CheckedFile
from accounts.models import Organisation, Role
from reports.checks import find
from reports.checks.waiving import take_waiver_back, waive
from reports.figures.faults import Fault
from reports.models import FileKind, Outcome, OutcomeKind, ReplyKind, Report, Submission
from reports.received.figures import BodyFigures
from reports.review.reviewing import (
    accept_submission,
    add_note,
    remove_note,
    reopen_report,
    return_submission,
)
from reports.states import PERMITS, Action, ReportState, Status, WrongState, locked, may, require, status_of
from reports.submission.signed import add_signed, replace_signed
from reports.submission.submission import prepare, submit_report, withdraw_submission
from reports.totals.marks import Mark
from reports.totals.settling import send_back, settle_mark
from reports.writing.annexes import (
    add_annex,
    delete_annex,
    move_annex,
    restore_annex,
    write_annex,
)
from reports.writing.criteria.assessments import assess
from reports.writing.replies import Reply, reply_to_notes
from reports.writing.saving import write_head, write_section
from tests.factories import (
    make_organisation,
    make_outcome,
    make_report,
    make_submission,
    make_submitted_file,
    make_user,
)
from tests.reports.submission.handed_in import SIGNED, make_assessment, open_report

# Who may do what with the report of An's department, state by state. An (staff), Bình (legal officer) and Giang
# (administrator) are of that department, Chi (staff) and Khánh (legal officer) of another one; Dung (Justice officer),
# Hà (legal officer) and Sơn (administrator) are of the Justice Department that receives the report, Linh is a Justice
# officer of another province. Who is not named is refused; "–" is for nobody, because of the state.
TABLE = """
                      | đang soạn | đã nộp | bị trả lại | được mở lại | được tiếp nhận | đã rút
viết một mục          | Bình      | –      | Bình       | Bình        | –              | Bình
viết phần đầu, cuối   | Bình      | –      | Bình       | Bình        | –              | Bình
thêm phụ lục          | Bình      | –      | Bình       | Bình        | –              | Bình
sửa phụ lục           | Bình      | –      | Bình       | Bình        | –              | Bình
chuyển phụ lục        | Bình      | –      | Bình       | Bình        | –              | Bình
xóa phụ lục           | Bình      | –      | Bình       | Bình        | –              | Bình
khôi phục phụ lục     | Bình      | –      | Bình       | Bình        | –              | Bình
đánh giá một tiêu chí | Bình      | –      | Bình       | Bình        | –              | Bình
giữ nguyên một chỗ    | Bình      | –      | Bình       | Bình        | –              | Bình
bỏ giữ nguyên         | Bình      | –      | Bình       | Bình        | –              | Bình
nộp                   | Bình      | –      | Bình       | Bình        | –              | Bình
rút                   | –         | Bình   | –          | –           | –              | –
thêm bản đã ký        | –         | Bình   | –          | –           | Bình           | –
thay bản đã ký        | –         | Bình   | –          | –           | –              | –
ghi nhận xét          | –         | Dung   | –          | –           | –              | –
xóa nhận xét          | –         | Dung   | –          | –           | –              | –
trả lời nhận xét      | –         | –      | Bình       | Bình        | –              | –
trả lại               | –         | Dung   | –          | –           | –              | –
tiếp nhận             | –         | Dung   | –          | –           | –              | –
mở lại                | –         | –      | –          | –           | Dung           | –
giữ nguyên một số     | –         | Dung   | –          | –           | Dung           | –
gửi lại một số        | –         | Dung   | –          | –           | –              | –
"""


class Case:
    """A report in one state, with everything that the actions need."""

    def __init__(self, department, outcome, *, is_submitted):
        self.report = open_report(department, closing="Trên đây là báo cáo")
        self.assessment = make_assessment(self.report)
        (self.finding,) = [one for one in find(self.report) if one.rule.code == "no-closing"]
        self.mark = Mark(BodyFigures(department, {}), "", None, Fault.PLACE, ("Ghi tỉnh khác.",), False)
        officer = make_user(department, Role.LEGAL_OFFICER)
        self.annex = add_annex(self.report, title="Một", body="", by=officer)
        self.deleted = add_annex(self.report, title="Hai", body="", by=officer)
        delete_annex(self.deleted, by=officer)
        self.waiver = waive(self.finding, report=self.report, reason="Theo mẫu.", by=officer)
        self.prepared = prepare(self.report)
        self.submission = self.note = None
        if is_submitted:
            self.submission = make_submission(self.report)
            # Dung's own where she is there: only who wrote a note removes it.
            readers = department.reports_to.users.filter(role=Role.JUSTICE_OFFICER)
            reader = readers.order_by("pk").first() or make_user(department.reports_to, Role.JUSTICE_OFFICER)
            self.note = add_note(submission=self.submission, heading="", text="Rõ.", by=reader)
            self.signed = CheckedFile("da-ky.pdf", "pdf", b"%PDF-1.7 signed")
        if outcome:
            make_outcome(self.submission, outcome)

    def signed_before(self):
        """Return the signed file that another one may replace, none where nothing was handed in."""
        return self.submission and make_submitted_file(self.submission, kind=FileKind.SIGNED)


STATES = {
    "đang soạn": {"is_submitted": False, "outcome": None},
    "đã nộp": {"is_submitted": True, "outcome": None},
    "bị trả lại": {"is_submitted": True, "outcome": OutcomeKind.RETURNED},
    "được mở lại": {"is_submitted": True, "outcome": OutcomeKind.REOPENED},
    "được tiếp nhận": {"is_submitted": True, "outcome": OutcomeKind.ACCEPTED},
    "đã rút": {"is_submitted": True, "outcome": OutcomeKind.WITHDRAWN},
}
# What a verb is called here, the action of PERMITS that it needs, and how it is done.
VERBS = {
    "viết một mục": (
        Action.WRITE,
        lambda case, by: write_section(case.report.sections.first(), body="Mới.", version=1, by=by),
    ),
    "viết phần đầu, cuối": (
        Action.WRITE,
        lambda case, by: write_head(case.report, recipients=["Lưu: VT"], version=1, by=by),
    ),
    "thêm phụ lục": (
        Action.WRITE,
        lambda case, by: add_annex(case.report, title="Mới", body="", by=by),
    ),
    "sửa phụ lục": (
        Action.WRITE,
        lambda case, by: write_annex(case.annex, title="Mới", body="", version=1, by=by),
    ),
    "chuyển phụ lục": (Action.WRITE, lambda case, by: move_annex(case.annex, place=1, by=by)),
    "xóa phụ lục": (Action.WRITE, lambda case, by: delete_annex(case.annex, by=by)),
    "khôi phục phụ lục": (
        Action.WRITE,
        lambda case, by: restore_annex(case.deleted, by=by),
    ),
    "đánh giá một tiêu chí": (
        Action.WRITE,
        lambda case, by: assess(case.assessment, evidence={}, version=1, by=by),
    ),
    "giữ nguyên một chỗ": (
        Action.WRITE,
        lambda case, by: waive(case.finding, report=case.report, reason="Đúng.", by=by),
    ),
    "bỏ giữ nguyên": (Action.WRITE, lambda case, by: take_waiver_back(case.waiver, by=by)),
    "nộp": (
        Action.SUBMIT,
        lambda case, by: submit_report(report=case.report, prepared=case.prepared, by=by),
    ),
    "rút": (
        Action.WITHDRAW,
        lambda case, by: withdraw_submission(submission=case.submission, reason="Nhầm.", by=by),
    ),
    "thêm bản đã ký": (
        Action.ADD_SIGNED,
        lambda case, by: add_signed(submission=case.submission, file=case.signed, signatures=SIGNED, by=by),
    ),
    "thay bản đã ký": (
        Action.REPLACE_SIGNED,
        lambda case, by: replace_signed(
            replaced=case.signed_before(), file=case.signed, signatures=SIGNED, by=by
        ),
    ),
    "ghi nhận xét": (
        Action.NOTE,
        lambda case, by: add_note(submission=case.submission, heading="", text="Tốt.", by=by),
    ),
    "xóa nhận xét": (Action.NOTE, lambda case, by: remove_note(note=case.note, by=by)),
    "trả lời nhận xét": (
        Action.REPLY,
        lambda case, by: reply_to_notes(case.report, {case.note.pk: Reply(ReplyKind.CORRECTED)}, by=by),
    ),
    "trả lại": (
        Action.RETURN,
        lambda case, by: return_submission(submission=case.submission, reason="Thiếu.", by=by),
    ),
    "tiếp nhận": (Action.ACCEPT, lambda case, by: accept_submission(submission=case.submission, by=by)),
    "mở lại": (
        Action.REOPEN,
        lambda case, by: reopen_report(submission=case.submission, reason="Sai số liệu.", by=by),
    ),
    "giữ nguyên một số": (
        Action.SETTLE,
        lambda case, by: settle_mark(mark=case.mark, submission=case.submission, reason="Đúng.", by=by),
    ),
    "gửi lại một số": (
        Action.NOTE,
        lambda case, by: send_back(mark=case.mark, submission=case.submission, by=by),
    ),
}
# What is done to a submission cannot even be asked for before there is one.
NEEDS_SUBMISSION = {
    "rút",
    "thêm bản đã ký",
    "thay bản đã ký",
    "ghi nhận xét",
    "xóa nhận xét",
    "trả lời nhận xét",
    "trả lại",
    "tiếp nhận",
    "mở lại",
    "giữ nguyên một số",
    "gửi lại một số",
}


def table():
    """Return the table as {(verb, state): who}."""
    (_, *states), *rows = [
        [cell.strip() for cell in line.split("|")] for line in TABLE.strip("\n").splitlines()
    ]
    return {(verb, state): who for verb, *cells in rows for state, who in zip(states, cells, strict=True)}


@pytest.fixture
def people(an, binh, giang, chi, dung, department, other_department, justice_department):
    elsewhere = make_organisation(code="STPK", name="Sở Tư pháp tỉnh Khác")
    return {
        "An": an,
        "Bình": binh,
        "Giang": giang,
        "Chi": chi,
        "Khánh": make_user(other_department, Role.LEGAL_OFFICER),
        "Dung": dung,
        "Hà": make_user(justice_department, Role.LEGAL_OFFICER),
        "Sơn": make_user(justice_department, Role.ADMINISTRATOR),
        "Linh": make_user(elsewhere, Role.JUSTICE_OFFICER),
    }


def what_happens(verb, case, by):
    """Return "done", or why it was refused: "role" or "state"; afterwards everything is as before."""
    with transaction.atomic():
        try:
            VERBS[verb][1](case, by)
        except PermissionDenied:
            return "role"
        except WrongState:
            return "state"
        finally:
            transaction.set_rollback(True)
    return "done"


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("verb", VERBS)
def test_only_who_the_table_names_may_do_it(department, people, verb, state):
    if verb in NEEDS_SUBMISSION and not STATES[state]["is_submitted"]:
        assert table()[verb, state] == "–"
        return
    case, doer = Case(department, **STATES[state]), actor(verb)
    named = table()[verb, state]
    expected = dict.fromkeys(people, "role") | {doer: "done" if named == doer else "state"}
    assert {name: what_happens(verb, case, person) for name, person in people.items()} == expected


def actor(verb):
    """Return the one person who may do it in some state."""
    (who,) = {who for (one, _), who in table().items() if one == verb} - {"–"}
    return who


@pytest.mark.parametrize("state", STATES)
def test_may_says_what_the_verbs_do(department, people, state):
    case = Case(department, **STATES[state])
    status = status_of(case.report)
    answers = {
        (verb, name): may(action, status=status, report=case.report, by=person)
        for verb, (action, _) in VERBS.items()
        for name, person in people.items()
    }
    assert answers == {(verb, name): table()[verb, state] == name for verb, name in answers}


def test_the_table_is_about_every_action_and_every_state():
    assert {action for action, _ in VERBS.values()} == set(PERMITS) == set(Action)
    assert set(table()) == {(verb, state) for verb in VERBS for state in STATES}
    assert {one.value for one in ReportState} >= {"dang-soan", "da-nop", "tra-lai", "mo-lai", "da-tiep-nhan"}


@pytest.mark.parametrize(
    ("state", "words", "words_for_receiver"),
    [
        ("đang soạn", "Đang soạn", "Đang soạn"),
        ("đã nộp", "Đã nộp (bản 1, {today})", "Mới nhận"),
        ("bị trả lại", "Bị trả lại (bản 1, {today})", "Đã trả lại"),
        ("được mở lại", "Được mở lại (bản 1, {today})", "Đã mở lại"),
        ("được tiếp nhận", "Được tiếp nhận (bản 1, {today})", "Đã tiếp nhận"),
        ("đã rút", "Đang soạn", "Đang soạn"),
    ],
)
def test_each_side_reads_the_state_in_its_own_words(department, state, words, words_for_receiver):
    status = status_of(Case(department, **STATES[state]).report)
    today = f"{localdate():%d/%m/%Y}"
    assert (status.words, status.words_for_receiver) == (words.format(today=today), words_for_receiver)


@pytest.mark.parametrize(
    ("state", "open_decided_withdrawn"),
    [
        ("đang soạn", (True, False, False)),
        ("đã nộp", (False, False, False)),
        ("bị trả lại", (True, True, False)),
        ("được mở lại", (True, True, False)),
        ("được tiếp nhận", (False, True, False)),
        ("đã rút", (True, False, True)),
    ],
)
def test_a_report_is_open_until_it_is_submitted_and_decided_by_dung_alone(
    department, state, open_decided_withdrawn
):
    status = status_of(Case(department, **STATES[state]).report)
    assert (status.is_open, status.is_decided, status.is_withdrawn) == open_decided_withdrawn


def test_a_state_bears_the_day_in_vietnam_on_which_bình_or_dung_brought_it_about():
    report = Report(organisation=Organisation(reports_to_id=1))
    submission = Submission(report=report, version=2, submitted_at=datetime(2025, 11, 14, 18, 30, tzinfo=UTC))
    outcome = Outcome(kind=OutcomeKind.RETURNED, decided_at=datetime(2025, 11, 20, 3, tzinfo=UTC))
    assert Status(ReportState.SUBMITTED, submission).words == "Đã nộp (bản 2, 15/11/2025)"
    assert Status(ReportState.RETURNED, submission, outcome).words == "Bị trả lại (bản 2, 20/11/2025)"


def test_a_report_that_was_not_begun_has_a_state_too():
    assert status_of(None).words == status_of(None).words_for_receiver == "Chưa bắt đầu"


def test_given_submissions_are_not_loaded_again(department, django_assert_num_queries):
    report = Case(department, **STATES["bị trả lại"]).report
    make_submission(report)
    loaded = type(report).objects.prefetch_related("submissions__outcome").get()
    with django_assert_num_queries(0):
        status = status_of(loaded, submissions=loaded.submissions.all())
    assert status.words.startswith("Đã nộp (bản 2")


def test_a_report_without_submissions_is_a_draft_whether_they_are_given_or_not(department):
    report = Case(department, **STATES["đang soạn"]).report
    assert status_of(report, submissions=()) == status_of(report)
    assert status_of(report).words == "Đang soạn"


def test_the_state_of_a_report_is_one_query_that_leaves_its_words_where_they_are(
    department, django_assert_num_queries
):
    report = Case(department, **STATES["bị trả lại"]).report
    with django_assert_num_queries(1) as queries:
        assert status_of(report).words_for_receiver == "Đã trả lại"
    assert '"parts"' not in queries[0]["sql"]


def test_a_locked_report_is_what_is_stored_now_with_those_who_may_act_on_it_in_one_query(
    department, django_assert_num_queries
):
    read = make_report(department)
    Report.objects.filter(pk=read.pk).update(subject="Sửa trong lúc Bình đang đọc")
    with django_assert_num_queries(1):
        report = locked(read)
        assert report.organisation.reports_to == department.reports_to
    assert report.subject == "Sửa trong lúc Bình đang đọc"


def test_bình_who_writes_on_after_submitting_reads_where_the_report_stands_and_the_way_out(department, binh):
    report = make_report(department)
    make_submission(report)
    with pytest.raises(WrongState) as refused:
        require(Action.WRITE, report=report, by=binh)
    assert refused.value.messages == [
        "Không soạn được: Báo cáo đã nộp, đang chờ Sở Tư pháp xem. Rút bản đã nộp nếu cần sửa."
    ]
