"""Who may do what: every page of the site, for everyone, asked for and sent to."""

from pathlib import Path
from uuid import uuid4

import pytest
from django.db import transaction
from django.urls import get_resolver, reverse

from accounts.models import ChangedTogether, Role
from reports.models import Criterion, FileKind, PeriodKind
from tests.factories import (
    make_attachment,
    make_criteria_set,
    make_directive,
    make_division,
    make_earlier_report,
    make_event,
    make_indicator_set,
    make_long_work,
    make_outline,
    make_period,
    make_plan,
    make_policy,
    make_report,
    make_submission,
    make_submitted_file,
    make_user,
)
from tests.reports.figures.forms import make_form

PEOPLE = ("nobody", "an", "binh", "giang", "chi", "dung")

# An, Bình and Giang (staff, legal officer, administrator) share a department that has a report of 2024.
# Chi (staff of another department) and Dung (Justice Department) have none.
#                     nobody an  binh giang chi dung
ONLY_READ = {"POST": (302, 405, 405, 405, 405, 405)}
OPEN = {"GET": (200,) * 6, "POST": (405,) * 6}
# A list accepts the form of one of its rows; without such a row there is nothing to save.
OWN_LIST = {"GET": (302, 200, 200, 200, 200, 200), "POST": (200, 404, 404, 404, 404, 404)}
OWN_PAGE = {"GET": (302, 200, 200, 200, 200, 200), **ONLY_READ}
OWN_REPORT = {"GET": (302, 200, 200, 200, 404, 404), **ONLY_READ}
# A row of An's department; Chi's page of that pk does not exist, the Justice Department only reads its own.
ROW = "row"  # in arguments: the pk of a row of that kind
ASSESSMENT = "assessment"  # in arguments: the pk of an assessment of the report
SECTION = "section"  # in arguments: the pk of a section of the report
ANNEX = "annex"  # in arguments: the pk of an annex of the report
WORK = uuid4()  # the key of work that runs for An
TOGETHER = uuid4()  # the key of a change of several rows that An made
NOTE = "note"  # in arguments: the pk of a note of Dung's
EVIDENCE = "evidence"  # in arguments: the pk of a file that went along with what was handed in
OWN_ROW = {"GET": (302, 200, 200, 200, 404, 404), **ONLY_READ}
# What runs for An is hers alone.
OWN_WORK = {"GET": (302, 200, 404, 404, 404, 404), **ONLY_READ}
# An alone reviews the papers that were read for her; none of these is left, and they were no directives.
PAPERS_READ = {"GET": (302, 302, 404, 404, 404, 403), "POST": (302, 405, 405, 405, 405, 403)}
NO_SUCH_PAPERS = PAPERS_READ | {"GET": (302, 404, 404, 404, 404, 403)}
# A form sent to these without a session is carried by the login page, which answers at once.
ENTERED = {"GET": (302, 200, 200, 200, 200, 403), "POST": (200, 200, 200, 200, 200, 403)}
CHANGED = {"GET": (302, 200, 200, 200, 404, 403), "POST": (200, 200, 200, 200, 404, 403)}
DONE = {"GET": (302, 405, 405, 405, 405, 403), "POST": (302, 302, 302, 302, 404, 403)}
DONE_TO_OWN = {"GET": (302, 405, 405, 405, 405, 403), "POST": (302, 302, 302, 302, 302, 403)}
# The page of the selected rows is shown where a value to set is not clear; without rows it leads to the list.
SELECTED = {"GET": (302, 302, 302, 302, 302, 403), "POST": (200, 302, 302, 302, 302, 403)}
# A grid of which nothing was sent is shown again.
GRID = {"GET": (302, 200, 200, 200, 200, 403), "POST": (200, 302, 302, 302, 302, 403)}
# What An changed together is hers alone to undo.
DONE_BY_HER = {"GET": (302, 405, 405, 405, 405, 403), "POST": (302, 302, 404, 404, 404, 403)}
FILLED_IN = {"GET": (302, 200, 200, 200, 200, 403), "POST": (302, 405, 405, 405, 405, 403)}
ANSWERED = {"GET": (302, 405, 405, 405, 405, 403), "POST": (302, 200, 200, 200, 200, 403)}
UPLOADED = {"GET": (302, 200, 200, 200, 200, 403), "POST": (302, 200, 200, 200, 200, 403)}
# Whoever has uploaded no file is led to the page for uploading one.
COLUMNS_CHOSEN = {"GET": (302, 302, 302, 302, 302, 403), "POST": (302, 302, 302, 302, 302, 403)}
# A review that was sent is shown again; who asks for it without one is led to the box for lists.
REVIEWED = {"GET": (302, 302, 302, 302, 302, 403), "POST": (200, 200, 200, 200, 200, 403)}
# An administrator changes the own body, its divisions and its people.
MANAGED = {"GET": (302, 403, 403, 200, 403, 403), "POST": (302, 403, 403, 405, 403, 403)}
MANAGED_FORM = {"GET": MANAGED["GET"], "POST": (200, 403, 403, 200, 403, 403)}
MANAGED_ACT = {"GET": (302, 403, 403, 405, 403, 403), "POST": (302, 403, 403, 302, 403, 403)}
# The log of all bodies is for an administrator who was made an operator on the server.
OPERATED = {"GET": (302, 403, 403, 403, 403, 403), "POST": (302, 403, 403, 403, 403, 403)}
# Departments are for the administrator of the body that receives their reports, which no department is.
DEPARTMENTS = {"GET": (302, 403, 403, 404, 403, 403), "POST": (302, 403, 403, 404, 403, 403)}
DEPARTMENTS_FORM = DEPARTMENTS | {"POST": (200, 403, 403, 404, 403, 403)}
# A report's texts are for the legal officer alone; Dung, who writes that of her own body, has none.
WRITTEN = {"GET": (302, 403, 200, 403, 403, 404), "POST": (200, 403, 302, 403, 403, 404)}
SAVED = {"GET": (302, 403, 405, 403, 403, 405), "POST": (302, 403, 200, 403, 403, 404)}
HEAD_WRITTEN = {"GET": WRITTEN["GET"], "POST": (200, 403, 200, 403, 403, 404)}
# Whoever puts back a text that is not there gets nothing.
PUT_BACK = {"GET": (302, 403, 200, 403, 403, 404), "POST": (302, 403, 404, 403, 403, 404)}
# Colleagues read criteria and findings; the legal officer alone sends anything there.
WRITERS_READ = {"GET": (302, 403, 200, 403, 403, 404), "POST": (302, 403, 405, 403, 403, 405)}
WRITERS_ACT = {"GET": (302, 403, 405, 403, 403, 405), "POST": (302, 403, 302, 403, 403, 404)}
STARTED = WRITERS_ACT | {"POST": (302, 403, 302, 403, 403, 302)}
ASSESSED = {"GET": (302, 200, 200, 200, 404, 404), "POST": (200, 403, 302, 403, 403, 404)}
WAIVED = {"GET": (302, 403, 302, 403, 403, 404), "POST": (200, 403, 302, 403, 403, 404)}
# Where nothing is to be mended, the findings are shown; what An changed together is not the officer's to undo.
MENDED = {"GET": (302, 403, 302, 403, 403, 404), "POST": (200, 403, 302, 403, 403, 404)}
UNDONE_BY_WRITERS = {"GET": (302, 403, 405, 403, 403, 405), "POST": (302, 403, 404, 403, 403, 404)}
# What was handed in: the whole department reads it, the legal officer alone hands in, withdraws and adds to it. The
# period that the table's report belongs to was never opened, and nothing of it was handed in.
SUBMITTED = {"GET": (302, 403, 200, 403, 403, 404), "POST": (302, 403, 409, 403, 403, 404)}
WITHDRAWN = {"GET": (302, 403, 302, 403, 403, 404), "POST": (200, 403, 200, 403, 403, 404)}
SIGNED = {"GET": (302, 403, 302, 403, 403, 404), "POST": (302, 403, 200, 403, 403, 404)}
FROZEN = {"GET": (302, 200, 200, 200, 404, 200), **ONLY_READ}
# What is received is for the Justice Department, of which officers alone decide.
RECEIVED = {"GET": (302, 403, 403, 403, 403, 200), "POST": (302, 403, 403, 403, 403, 405)}
REMARKED = {"GET": RECEIVED["GET"], "POST": (200, 403, 403, 403, 403, 200)}
TAKEN_BACK = {"GET": (302, 403, 403, 403, 403, 405), "POST": (302, 403, 403, 403, 403, 302)}
ASKED = {"GET": (302, 200, 200, 200, 200, 200), "POST": (302, 200, 200, 200, 200, 200)}
# What is no longer odd leads to the list of what is.
NO_SUCH_MARK = {"GET": (302, 403, 403, 403, 403, 302), "POST": (200, 403, 403, 403, 403, 302)}
# What waits for its outcome cannot be reopened.
NOT_ACCEPTED = {"GET": NO_SUCH_MARK["GET"], "POST": (200, 403, 403, 403, 403, 200)}
RECEIVERS_FORM = {"GET": RECEIVED["GET"], "POST": (200, 403, 403, 403, 403, 200)}
RECEIVERS_ACT = {"GET": (302, 403, 403, 403, 403, 405), "POST": (302, 403, 403, 403, 403, 302)}
SUBMITTED_DATA = Path(__file__).parent / "reports" / "submission" / "samples" / "report-1.json"
EARLIER = "BÁO CÁO\n\nI. KẾT QUẢ\n\nSở đã phổ biến các văn bản mới đến công chức.".encode()
ROWS = {"directive": make_directive, "plan": make_plan, "policy": make_policy, "event": make_event}
ROW_PAGES = {
    "": ((2024, ROW), OWN_ROW),
    "_add": ((2024,), ENTERED),
    "_sentence": ((2024,), ANSWERED),
    "_edit": ((2024, ROW), CHANGED),
    "_delete": ((2024, ROW), DONE),
    "_restore": ((2024, ROW), DONE),
    "_move": ((2024, ROW), DONE),
    "_select": ((2024,), SELECTED),
    "_grid": ((2024,), GRID),
    "_undo": ((2024, TOGETHER), DONE_BY_HER),
    "_export": ((2024, "xlsx"), OWN_PAGE),
    "_template": ((2024,), FILLED_IN),
    "_by_date": ((2024,), DONE_TO_OWN),
    "_order": ((2024,), DONE_TO_OWN),
    "_order_undo": ((2024,), DONE_TO_OWN),
    "_sheet": ((2024,), UPLOADED),
    "_sheet_columns": ((2024,), COLUMNS_CHOSEN),
    "_attach": ((2024, ROW), DONE),
}
PAGES = {
    "login": ((), {"GET": (200, 302, 302, 302, 302, 302), "POST": (200, 302, 302, 302, 302, 302)}),
    "logout": ((), {"GET": (302, 405, 405, 405, 405, 405), "POST": (302, 302, 302, 302, 302, 302)}),
    "home": ((), {"GET": (302,) * 6, **ONLY_READ}),
    "year": ((2024,), OWN_PAGE),
    "directives": ((2024,), OWN_LIST),
    "plans": ((2024,), OWN_LIST),
    "policies": ((2024,), OWN_LIST),
    "events": ((2024,), OWN_LIST),
    "search": ((2024,), OWN_PAGE),
    **{f"{name}{page}": answers for name in ROWS for page, answers in ROW_PAGES.items()},
    "directive_upload": ((2024,), UPLOADED),
    "plan_upload": ((2024,), UPLOADED),
    "plan_papers": ((2024, WORK), PAPERS_READ),
    "directive_papers": ((2024, WORK), NO_SUCH_PAPERS),
    "attachment": ((ROW,), OWN_ROW),
    "attachment_delete": ((ROW,), DONE),
    "attachment_restore": ((ROW,), DONE),
    "paste": ((2024,), ENTERED),
    "paste_save": ((2024,), REVIEWED),
    "paste_undo": ((2024, uuid4()), DONE_TO_OWN),
    "earlier_reports": (
        (2024,),
        {"GET": (302, 403, 200, 403, 403, 200), "POST": (302, 403, 200, 403, 403, 200)},
    ),
    "earlier_report": ((2024, ROW), WRITERS_READ),
    "earlier_report_file": ((2024, ROW), WRITERS_READ),
    "earlier_report_read": ((2024, ROW), WRITERS_ACT),
    "earlier_report_choose": ((2024, ROW), WAIVED),
    "earlier_report_correct": ((2024, ROW), WAIVED),
    "earlier_report_year": ((2024, ROW), WRITERS_ACT),
    "earlier_report_save": ((2024, ROW), WAIVED | {"POST": (200, 403, 200, 403, 403, 404)}),
    "earlier_report_undo": ((2024, ROW), WRITERS_ACT),
    "earlier_report_delete": ((2024, ROW), WRITERS_ACT),
    "earlier_report_restore": ((2024, ROW), WRITERS_ACT),
    "long_work": ((2024, WORK), OWN_WORK),
    "long_work_again": (
        (2024, WORK),
        {"GET": (302, 405, 405, 405, 405, 405), "POST": (302, 302, 404, 404, 404, 404)},
    ),
    "crosscheck": ((2024,), OWN_PAGE),
    **{f"{kind}_unneeded": ((2024, ROW), CHANGED) for kind in ("directive", "plan")},
    **{f"{kind}_needed": ((2024, ROW), DONE) for kind in ("directive", "plan")},
    "organisation": ((2024,), MANAGED),
    "organisation_edit": ((2024,), MANAGED_FORM),
    "departments": ((2024,), DEPARTMENTS),
    "department_add": ((2024,), DEPARTMENTS_FORM),
    "department_rows": ((2024,), DEPARTMENTS_FORM),
    "department_edit": ((2024, ROW), DEPARTMENTS_FORM),
    "department_stop": ((2024, ROW), DEPARTMENTS),
    "department_resume": ((2024, ROW), DEPARTMENTS),
    "department_name_confirm": ((2024, ROW), DEPARTMENTS),
    "department_name_refuse": ((2024, ROW), DEPARTMENTS_FORM),
    "user_rows": ((2024,), MANAGED_FORM),
    "slips": ((2024,), {"GET": MANAGED["GET"], "POST": MANAGED_ACT["POST"]}),
    "letterhead_paper": ((2024,), MANAGED_FORM | {"POST": (302, 403, 403, 200, 403, 403)}),
    "division_add": ((2024,), MANAGED_FORM),
    "division_edit": ((2024, ROW), MANAGED_FORM),
    "division_remove": ((2024, ROW), MANAGED_ACT),
    "user": ((2024, ROW), MANAGED),
    "user_add": ((2024,), MANAGED_FORM),
    "user_edit": ((2024, ROW), MANAGED_FORM),
    "user_disable": ((2024, ROW), MANAGED_ACT),
    "user_enable": ((2024, ROW), MANAGED_ACT),
    "user_password": ((2024, ROW), {"GET": MANAGED["GET"], "POST": MANAGED_ACT["POST"]}),
    "log": ((2024,), MANAGED),
    "log_sheet": ((2024,), MANAGED),
    "log_of_site": ((2024,), OPERATED),
    "log_of_site_sheet": ((2024,), OPERATED),
    "password": ((), {"GET": (302, 200, 200, 200, 200, 200), "POST": (302, 200, 200, 200, 200, 200)}),
    "report": ((2024,), OWN_PAGE),
    "report_start": ((2024,), STARTED),
    "report_marks": ((2024,), WRITERS_READ),
    "report_years": ((2024,), {"GET": WRITTEN["GET"], "POST": STARTED["POST"]}),
    "report_years_undo": (
        (2024, uuid4()),
        {"GET": WRITERS_ACT["GET"], "POST": (302, 403, 404, 403, 403, 404)},
    ),
    "report_head": ((2024,), HEAD_WRITTEN),
    "report_head_autosave": ((2024,), SAVED | {"POST": (302, 403, 422, 403, 403, 404)}),
    "report_head_paper": (
        (2024,),
        {"GET": (302, 403, 200, 403, 403, 404), "POST": (302, 403, 200, 403, 403, 404)},
    ),
    "report_replies": ((2024,), WAIVED),
    "report_preview": ((2024,), OWN_REPORT),
    "report_pages": ((2024,), OWN_REPORT),
    "report_paper": ((2024,), OWN_REPORT),
    "report_file": ((2024, "docx"), OWN_REPORT),
    "report_section": ((2024, SECTION), WRITTEN),
    "report_section_autosave": ((2024, SECTION), SAVED),
    "report_section_paper": ((2024, SECTION), OWN_REPORT),
    "report_section_earlier": ((2024, SECTION), PUT_BACK),
    "report_annexes": ((2024,), OWN_REPORT),
    "report_annex_add": ((2024,), HEAD_WRITTEN),
    "report_annex": ((2024, ANNEX), HEAD_WRITTEN),
    "report_annex_move": ((2024, ANNEX), WRITERS_ACT),
    "report_annex_autosave": ((2024, ANNEX), SAVED),
    "report_annex_paper": ((2024, ANNEX), OWN_REPORT),
    "report_annex_earlier": ((2024, ANNEX), PUT_BACK),
    "report_annex_delete": ((2024, ANNEX), WRITERS_ACT),
    "report_annex_restore": ((2024, ANNEX), WRITERS_ACT),
    "report_criteria": ((2024,), OWN_REPORT | {"POST": ASSESSED["POST"]}),
    "report_criteria_start": ((2024,), WRITERS_ACT),
    "report_criterion": ((2024, ASSESSMENT), ASSESSED),
    "report_criterion_autosave": ((2024, ASSESSMENT), SAVED | {"POST": (302, 403, 409, 403, 403, 404)}),
    "report_figures": ((2024,), OWN_REPORT | {"POST": ASSESSED["POST"]}),
    "report_figures_sheet": ((2024,), OWN_REPORT),
    "report_figures_upload": ((2024,), HEAD_WRITTEN | {"POST": (302, 403, 200, 403, 403, 404)}),
    "report_figure": ((2024, "5"), OWN_REPORT),
    "report_findings": ((2024,), OWN_REPORT),
    "report_waive": ((2024,), WAIVED | {"GET": (302, 403, 302, 403, 403, 302)}),
    "report_waiver_remove": ((2024, 1), WRITERS_ACT),
    "report_waivers_undo": ((2024, TOGETHER), UNDONE_BY_WRITERS),
    "report_mend": ((2024,), MENDED),
    "report_replace": ((2024,), HEAD_WRITTEN),
    "report_replace_undo": ((2024, TOGETHER), UNDONE_BY_WRITERS),
    "report_submit": ((2024,), SUBMITTED),
    "report_submit_pages": ((2024,), {"GET": SUBMITTED["GET"], "POST": WRITERS_READ["POST"]}),
    "report_withdraw": ((2024,), WITHDRAWN),
    "report_versions": ((2023,), OWN_REPORT),
    "report_difference": ((2023,), OWN_REPORT),
    "report_downloads": ((2023,), OWN_REPORT),
    "report_version": ((2023, 1), OWN_REPORT),
    "report_signed": ((2023, 1), SIGNED),
    "submitted_file": ((ROW,), FROZEN),
    "data_sheets": ((ROW,), FROZEN),
    "data_schema": ((1,), OWN_PAGE),
    "board": ((2024,), RECEIVED),
    "board_sheet": ((2024,), RECEIVED),
    "board_zip": ((2023,), RECEIVED),
    "board_figures": ((2023,), RECEIVED),
    "board_figures_file": ((2023, "json"), RECEIVED),
    "board_figure": ((2023, "5"), RECEIVED),
    "board_marks": ((2023,), RECEIVED),
    "review_figure": ((2023, ROW, "5"), RECEIVED),
    "review_mark": ((2023, ROW), NO_SUCH_MARK),
    "review_mark_send": ((2023, ROW), RECEIVERS_ACT),
    "review_mark_reopen": ((2023, ROW, 10**9), RECEIVERS_ACT | {"POST": (302, 403, 403, 403, 403, 404)}),
    "board_remind": ((2024,), RECEIVERS_FORM),
    "board_extend": ((2024,), RECEIVERS_FORM),
    "board_extend_undo": ((2024, uuid4()), RECEIVERS_ACT),
    "review": ((2023, ROW), RECEIVED),
    "review_difference": ((2023, ROW), RECEIVED),
    "review_note_add": ((2023, ROW), REMARKED),
    "review_note_remove": ((2023, ROW, NOTE), TAKEN_BACK),
    "review_return": ((2023, ROW), REMARKED),
    "review_accept": ((2023, ROW), REMARKED),
    "review_reopen": ((2023, ROW), NOT_ACCEPTED),
    "review_attachment": ((2023, ROW, EVIDENCE), RECEIVED),
    "file_check": ((2024,), ASKED),
    "notices": ((2024,), OWN_PAGE),
    "periods": ((2024,), RECEIVED),
    "period": ((2024, ROW), RECEIVED),
    "period_open": ((2024,), RECEIVERS_FORM),
    "period_edit": ((2024, ROW), RECEIVERS_FORM),
    "period_forms": ((2024, ROW), RECEIVERS_FORM),
    "period_extend": ((2024, ROW), RECEIVERS_FORM),
    "period_close": ((2024, ROW), RECEIVERS_ACT),
    "period_reopen": ((2024, ROW), RECEIVERS_ACT),
    **{
        f"{name}{page}": answers
        for name in ("outline", "criteria_set", "indicator_set")
        for page, answers in {
            "s": ((2024,), RECEIVED),
            "_add": ((2024,), RECEIVERS_FORM),
            "": ((2024, ROW), RECEIVERS_FORM),
            "_copy": ((2024, ROW), RECEIVERS_ACT),
            "_delete": ((2024, ROW), RECEIVERS_ACT),
            "_restore": ((2024, ROW), RECEIVERS_ACT),
            "_sheet": ((2024,), RECEIVERS_FORM),
            "_sample": ((2024,), RECEIVERS_ACT | {"POST": (302, 403, 403, 403, 403, 200)}),
            "_export": ((2024, ROW), RECEIVED),
            "_print": ((2024, ROW), RECEIVED),
        }.items()
    },
    "document_style": ((), OPEN),
    "health": ((), OPEN),
}


@pytest.fixture
def people(an, binh, giang, chi, dung):
    return {"nobody": None, "an": an, "binh": binh, "giang": giang, "chi": chi, "dung": dung}


def answer_to(person, client, method, url):
    """Ask as a person; what was deleted for one is there again for the next."""
    client.logout()
    if person is not None:
        client.force_login(person)
    with transaction.atomic():
        status = client.generic(method, url).status_code
        transaction.set_rollback(True)
    return status


def address(name, arguments, rows):
    """Return a page's address, with the pk of the row that its name begins with."""
    row = rows.get(name.split("_")[0])
    numbers = {ROW: row, **{one: rows[one] for one in (SECTION, ASSESSMENT, ANNEX, NOTE, EVIDENCE)}}
    return reverse(name, args=[numbers[one].pk if one in numbers else one for one in arguments])


def test_every_page_of_the_site_is_listed_here():
    assert {name for name in get_resolver().reverse_dict if isinstance(name, str)} == set(PAGES)


@pytest.fixture
def table_rows(people, department):
    """Save what the addresses of the table name; return the rows by the beginnings of the pages' names."""
    report = make_report(department)
    others = {"division": make_division, "user": make_user, "attachment": make_attachment}
    rows = {kind: make(department) for kind, make in (ROWS | others).items()}
    submission = make_submission(make_report(department, reporting_year=2023))
    submission.attachments.add(rows["attachment"])
    rows |= {"submitted": submission.files.first(), "review": submission.report, EVIDENCE: rows["attachment"]}
    rows["data"] = make_submitted_file(submission, kind=FileKind.JSON, data=SUBMITTED_DATA.read_bytes())
    rows["department"] = department
    rows[NOTE] = submission.notes.create(text="Bổ sung số liệu.", written_by=people["dung"])
    rows["section"] = report.sections.first()
    make_form(from_year=2023)
    make_form(from_year=2023, group="")
    rows["annex"] = report.annexes.create(position=1, title="Danh sách")
    rows["assessment"] = report.assessments.create(criterion=Criterion.objects.first())
    ChangedTogether.objects.create(
        organisation=department, made_by=people["an"], key=TOGETHER, words="chuyển sang Phòng A", items=[]
    )
    make_long_work(people["an"], key=WORK, result={"kind": "plan", "pks": [], "refusals": []})
    receiver = department.reports_to
    rows |= {"outline": make_outline(receiver), "criteria": make_criteria_set(receiver)}
    rows["indicator"] = make_indicator_set(receiver)
    rows["earlier"] = make_earlier_report(department, data=EARLIER)
    rows["period"] = make_period(receiver, kind=PeriodKind.HALF_YEAR)
    make_period(receiver)
    return rows


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("who", PEOPLE)
def test_everyone_gets_the_answers_of_the_table(client, people, table_rows, who, method):
    urls = {name: address(name, arguments, table_rows) for name, (arguments, _) in PAGES.items()}
    place = PEOPLE.index(who)
    assert {name: answer_to(people[who], client, method, url) for name, url in urls.items()} == {
        name: answers[method][place] for name, (_, answers) in PAGES.items()
    }


# What Dung's colleagues read of what their Justice Department receives. All else of hers is refused to them.
READ_BY_COLLEAGUES = {
    "board",
    "board_sheet",
    "board_zip",
    "board_figures",
    "board_figures_file",
    "board_figure",
    "board_marks",
    "review_figure",
    "review",
    "review_difference",
    "review_attachment",
    "submitted_file",
    "data_sheets",
    "periods",
    "period",
    "outlines",
    "criteria_sets",
    "indicator_sets",
}
OFFICERS = (RECEIVED, REMARKED, TAKEN_BACK, RECEIVERS_FORM, RECEIVERS_ACT)


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.STAFF])
def test_colleagues_of_dung_read_what_she_receives_and_decide_nothing(client, people, table_rows, role):
    colleague = make_user(people["dung"].organisation, role)
    urls = {
        name: address(name, arguments, table_rows)
        for name, (arguments, answers) in PAGES.items()
        if answers in OFFICERS or name in ("submitted_file", "data_sheets")
    }
    asked = {name: answer_to(colleague, client, "GET", url) for name, url in urls.items()}
    sent = {name: answer_to(colleague, client, "POST", url) for name, url in urls.items()}
    assert asked == {name: 200 if name in READ_BY_COLLEAGUES else 403 for name in urls}
    assert sent == {name: 405 if name in READ_BY_COLLEAGUES else 403 for name in urls}
