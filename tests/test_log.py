"""Every address that shows or hands out a report's words, with the entry that it leaves in the log."""

import pytest
from django.db import transaction

from accounts.models import LogEntry, LogKind
from tests.test_permissions import PAGES, PEOPLE, ROWS, address, people, table_rows

__all__ = ["people", "table_rows"]  # fixtures

VIEWED, DOWNLOADED, EXPORTED = LogKind.VIEWED, LogKind.DOWNLOADED, LogKind.EXPORTED
SETS = ("outline", "criteria_set", "indicator_set")
# The report of 2024 is a draft, that of 2023 was submitted. GET of the first person to whom the page is shown.
LOGGED = {
    **dict.fromkeys(("report_versions", "report_version", "report_difference", "report_downloads"), VIEWED),
    **dict.fromkeys(("review", "review_difference", "review_figure"), VIEWED),
    **dict.fromkeys(("review_note_add", "review_return", "review_accept"), VIEWED),
    **dict.fromkeys(("report_file", "submitted_file", "review_attachment", "board_zip"), DOWNLOADED),
    "data_sheets": DOWNLOADED,
    "report_figures_sheet": DOWNLOADED,
    **dict.fromkeys(("attachment", "earlier_report_file", "board_sheet"), DOWNLOADED),
    **{f"{kind}_export": EXPORTED for kind in (*ROWS, *SETS)},
    **dict.fromkeys(("log_sheet", "board_figures_file"), EXPORTED),
}
# The pages of the department's own draft; once the report is submitted, a view of them is in the log as well.
DRAFT = {
    "report_preview",
    "report_section_paper",
    "report_annexes",
    "report_annex_paper",
    "report_criteria",
    "report_criterion",
    "report_findings",
    "report_figures",
    "report_figure",
}
# The writing of the draft, for its legal officer, who is led away from most of it once it is submitted.
WRITING = {
    "report",
    "report_start",
    "report_years",
    "report_marks",
    "report_figures_upload",
    "report_years_undo",
    "report_head",
    "report_head_autosave",
    "report_head_paper",
    "report_replies",
    "report_pages",
    "report_paper",
    "report_section",
    "report_section_autosave",
    "report_section_earlier",
    "report_annex_add",
    "report_annex",
    "report_annex_move",
    "report_annex_autosave",
    "report_annex_earlier",
    "report_annex_delete",
    "report_annex_restore",
    "report_criteria_start",
    "report_criterion_autosave",
    "report_waive",
    "report_waiver_remove",
    "report_waivers_undo",
    "report_mend",
    "report_replace",
    "report_replace_undo",
    "report_submit",
    "report_submit_pages",
    "report_withdraw",
    "report_signed",
}
# Rows of the own body, and files that are still being read into them.
OWN_ROWS = {
    *("directives", "plans", "policies", "events", "search", "crosscheck", "year", "home"),
    *(f"{kind}{page}" for kind in ROWS for page in ("", "_add", "_sentence", "_edit", "_delete", "_restore")),
    *(f"{kind}{page}" for kind in ROWS for page in ("_move", "_select", "_grid", "_undo", "_template")),
    *(f"{kind}{page}" for kind in ROWS for page in ("_by_date", "_order", "_order_undo", "_sheet")),
    *(f"{kind}{page}" for kind in ROWS for page in ("_sheet_columns", "_attach")),
    *(f"{kind}{page}" for kind in ("directive", "plan") for page in ("_upload", "_papers")),
    *(f"{kind}{page}" for kind in ("directive", "plan") for page in ("_unneeded", "_needed")),
    *("attachment_delete", "attachment_restore", "paste", "paste_save", "paste_undo"),
    *("earlier_reports", "earlier_report", "earlier_report_read", "earlier_report_choose"),
    *("earlier_report_correct", "earlier_report_year", "earlier_report_save", "earlier_report_undo"),
    *("earlier_report_delete", "earlier_report_restore", "long_work", "long_work_again"),
}
# People, bodies, periods, templates of reports, the board of who submitted when, sums of figures: no words of a report.
NO_REPORT = {
    *(
        "login",
        "logout",
        "password",
        "document_style",
        "health",
        "notices",
        "file_check",
        "log",
        "log_of_site",
    ),
    *("organisation", "organisation_edit", "departments", "department_add", "department_rows"),
    *("department_name_confirm", "department_name_refuse"),
    *("department_edit", "department_stop", "department_resume", "user_rows", "slips", "letterhead_paper"),
    *("division_add", "division_edit", "division_remove", "user", "user_add", "user_edit", "user_disable"),
    *("user_enable", "user_password", "board", "board_remind", "board_extend", "board_extend_undo"),
    *("board_figures", "board_figure", "board_marks"),
    *("review_mark", "review_mark_send", "review_mark_reopen"),
    *("review_reopen", "periods", "period", "period_open", "period_edit", "period_forms"),
    *("period_extend", "period_close", "period_reopen"),
    *(f"{name}{page}" for name in SETS for page in ("s", "_add", "", "_copy")),
    *(f"{name}{page}" for name in SETS for page in ("_delete", "_restore", "_sheet")),
    *(f"{name}{page}" for name in SETS for page in ("_sample", "_print")),
    *("review_note_remove", "log_of_site_sheet", "data_schema"),
}


def entries_of(client, person, url):
    """Return the status of an answer and the kinds of the entries that it left; nothing of it stays."""
    client.force_login(person)
    with transaction.atomic():
        before = LogEntry.objects.count()
        status = client.get(url).status_code
        kinds = [*LogEntry.objects.order_by("pk").values_list("kind", flat=True)[before:]]
        transaction.set_rollback(True)
    return status, kinds


def test_every_address_is_listed_here():
    assert set(LOGGED) | DRAFT | WRITING | OWN_ROWS | NO_REPORT == set(PAGES)


def test_every_address_leaves_the_entry_of_the_table(client, people, table_rows):
    found, expected = {}, {}
    for name, (arguments, answers) in PAGES.items():
        statuses = zip(PEOPLE[1:], answers["GET"][1:], strict=True)
        who = next((people[one] for one, status in statuses if status == 200), None)
        if who is not None:
            found[name] = entries_of(client, who, address(name, arguments, table_rows))
            expected[name] = (200, [LOGGED[name]] if name in LOGGED else [])
    assert found == expected
    assert set(LOGGED) <= set(found)


def test_every_page_of_a_submitted_report_leaves_a_view(client, people, table_rows):
    report = table_rows["review"]
    rows = table_rows | {
        "section": report.sections.first(),
        "annex": report.annexes.create(position=1, title="Danh sách"),
        "assessment": report.assessments.create(criterion=table_rows["assessment"].criterion),
    }
    found = {}
    for name in DRAFT | (WRITING - {"report"}):
        _, *more = PAGES[name][0]
        url = address(name, (2023, *more), rows)
        status, kinds = entries_of(client, people["binh"], url)
        if status in (200, 409):
            found[name] = kinds
    assert set(found) >= DRAFT
    assert found == {name: [VIEWED] for name in found}


def test_asking_without_reading_leaves_no_entry(client, people, table_rows):
    client.force_login(people["dung"])
    before = LogEntry.objects.count()
    client.head(address("review", PAGES["review"][0], table_rows))
    assert LogEntry.objects.count() == before


@pytest.mark.parametrize("name", ["log", "log_sheet"])
def test_an_operator_reads_the_log_of_all_bodies(client, people, table_rows, name):
    giang = people["giang"]
    giang.is_superuser = True
    giang.save()
    url = address(f"log_of_site{name.removeprefix('log')}", (2024,), table_rows)
    assert entries_of(client, giang, url) == (200, [EXPORTED] if name == "log_sheet" else [])
