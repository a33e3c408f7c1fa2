"""States of pages besides those of an empty form: faults, questions, conflicts, differences, histories, lost files.

In each function `ask(person, address)` asks for a page, and `ask(person, address, fields)` sends one.
"""

from datetime import UTC, datetime
from time import time

from django.core.cache import caches
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.costly import EXPORTS, READS
from accounts.history import record_download
from accounts.models import Role, User
from reports.models import CriteriaSet, IndicatorSet, Outcome, OutcomeKind, Outline, Report
from tests.accounts.enrolling import reviewing
from tests.accounts.rows.editors import fields_of
from tests.accounts.test_organisations import LETTERHEAD
from tests.factories import (
    make_criteria_set,
    make_directive,
    make_earlier_report,
    make_event,
    make_indicator_set,
    make_outcome,
    make_outline,
    make_period,
    make_plan,
    make_policy,
    make_report,
    make_submission,
    make_user,
    make_waiting_file,
)
from tests.lib.pools import full_pool, slow_pool
from tests.pages import words
from tests.reports.figures.forms import make_submitted_figure
from tests.reports.reading.earlier.papers import REPORT
from tests.reports.reading.pasted.uploading import sheet
from tests.reports.submission.handed_in import fields_of as fields_of_page
from tests.reports.writing.test_asked_reading import COPIED


def states_of_a_row(ask, an, plan):
    """Let An edit a plan in two windows, add a duplicate and one with faults, and delete the plan."""
    page, add = plan.get_absolute_url(), "/ke-hoach/2024/them/"
    before = fields_of(ask(an, f"{page}sua/"))
    ask(an, f"{page}sua/", before | {"subject": "về hộ tịch", "in_report": ""})
    ask(an, f"{page}sua/", before | {"subject": "về hòa giải", "wording": "Một\nHai"})
    ask(an, page)
    new = fields_of(ask(an, add))
    ask(an, add, new | {"number": plan.number, "issued_on": "16/01/2024", "subject": "về hộ tịch"})
    ask(an, add, new | {"number": "7", "issued_on": "31/9/2024", "kind_text": "Bài thơ"})
    ask(an, add, new | {"number": "8", "find": "directives", "find_directives": "không có"})
    ask(an, f"{add}?tep={make_waiting_file(an).pk}")
    ask(an, f"{page}xoa/", {})
    ask(an, page)
    ask(an, f"{page}sua/", before | {"subject": "về hòa giải"})


def states_of_lists(ask, an, department):
    """Let An order, select and edit rows within the list, look for them, and fill in the grid."""
    first, second = (make_plan(department, number=f"{number}/KH-SXD") for number in (11, 12))
    page = "/ke-hoach/2024/"
    for query in ("xep-lai=1", "tim=khong+co", "daxoa=1", "trang=9", "thieu=phong", f"sua={first.pk}"):
        ask(an, f"{page}?{query}")
    ask(an, f"{page}sap-xep/", {"row": first.pk, "command": "before", "place": "x", "back": "xep-lai=1"})
    ask(an, f"{page}chon/", {"row": [first.pk, second.pk], "command": "link", "link": "không có"})
    ask(an, f"{page}?sua={first.pk}", {"sua-issued_on": "x", "issued_on": "31/9/2024", "version": 1})
    cells = {"row": first.pk, f"{first.pk}-issued_on": "31/9/2024", f"{first.pk}-number": "9/KH-SXD"}
    ask(an, f"{page}bang-dien/", cells | {f"initial-{first.pk}-number": "8/KH-SXD"})
    ask(an, "/tim/2024/?tim=KH")
    ask(an, "/tim/2024/?tim=khong+co")
    first.directives.add(make_directive(department))
    make_event(department).plans.add(first)
    ask(an, "/doi-chieu/2024/?xem=tat-ca")
    make_event(department).policies.add(make_policy(department))
    ask(an, "/doi-chieu/2024/?phan=chinh-sach&xem=tat-ca")


def states_of_files(ask, an, attachment):
    default_storage.delete(attachment.file.name)
    ask(an, attachment.get_absolute_url())


def states_of_costly_work(ask, an):
    """Let An export and paste lists more often than people do."""
    for quota in (EXPORTS, READS):
        caches["quotas"].set(f"{quota.name}-{an.pk}", (time(), quota.most))
    ask(an, "/ke-hoach/2024/tai-ve/xlsx/")
    ask(an, "/dan/2024/", {"text": "Kế hoạch số 139/KH-SXD"})
    caches["quotas"].clear()


def states_of_reading(ask, an, binh):
    """Let An paste lines and a sheet without known headings, Bình have an earlier report read."""
    lines = "Kế hoạch số 12/KH-SXD ngày 16/01/2024 về hộ tịch\nQuyết định số 5 về thi đua\n\nHai chữ"
    ask(an, "/dan/2024/?vao=plans", {"text": lines})
    cells = sheet(("TT", "Mã hiệu", "Lập ngày"), (1, "15/KH-SXD", "16/01/2024"))
    ask(an, "/ke-hoach/2024/bang-tinh/", {"sheet": SimpleUploadedFile("danh-sach.xlsx", cells)})
    ask(an, "/ke-hoach/2024/bang-tinh/", {})
    ask(an, "/ke-hoach/2024/tu-tep/", {})
    earlier = make_earlier_report(binh.organisation, data=REPORT.encode(), added_by=binh)
    ask(binh, earlier.get_absolute_url())


def states_of_province_paper(ask, dung):
    """Let Dung read an earlier report of the province before and after it is saved."""
    earlier = make_earlier_report(dung.organisation, data=REPORT.encode(), added_by=dung, reporting_year=2020)
    page = earlier.get_absolute_url()
    ask(dung, page)
    ask(dung, f"{page}luu/", {})
    ask(dung, page)


def states_of_log(ask, giang):
    """Let Giang narrow the log, also by what is no day, and read that of all bodies."""
    page = "/nhat-ky/2024/"
    for query in ("", "?tu=x&den=31/2/2024", "?tim=khong+co", "?viec=viewed"):
        ask(giang, f"{page}{query}")
    giang.is_superuser = True
    giang.save()
    ask(giang, page)
    ask(giang, f"{page}toan-he-thong/")


def states_of_people(ask, giang, quan):
    """Let the administrators enrol people and departments from lists, and read a new password."""
    ask(giang, "/nam/2024/")
    ask(quan, "/tong-hop/2030/")
    for person, page, text in (
        (giang, "/don-vi/2024/nguoi-dung/nhieu/", "Lê Thị Mai\nTrần Văn Hai\tgiám đốc"),
        (quan, "/don-vi/2024/co-quan/nhieu/", "Sở Nội vụ\nSở Nội vụ"),
    ):
        review = ask(person, page, {"text": text})
        ask(person, page, reviewing.fields_of(review))
        ask(person, "/don-vi/2024/phieu-mat-khau/")
    colleague = make_user(giang.organisation, Role.STAFF)
    ask(giang, f"/don-vi/2024/nguoi-dung/{colleague.pk}/mat-khau/", {})
    ask(giang, f"/don-vi/2024/nguoi-dung/{colleague.pk}/")
    colleague.refresh_from_db()
    ask(colleague, "/mat-khau/")
    ask(colleague, "/mat-khau/", {"new_password": "Hanoi@123456", "new_password_again": "Hanoi@123456"})
    states_of_new_names(ask, giang, quan)
    ask(giang, "/thong-bao/2024/")
    # A site of last year without a backup.
    User.objects.filter(pk=quan.pk).update(date_joined=datetime(2023, 1, 1, tzinfo=UTC))
    ask(quan, "/don-vi/2024/")


def states_of_new_names(ask, giang, quan):
    """Let Giang ask for another name of her department, and Quân decide on it."""
    own, letterhead = "/don-vi/2024/", "/don-vi/2024/sua/"
    department = f"/don-vi/2024/co-quan/{giang.organisation_id}/"
    ask(giang, letterhead, LETTERHEAD | {"name": "Sở Xây dựng và Giao thông"})
    for person, page in (
        (giang, own),
        (giang, letterhead),
        (quan, "/don-vi/2024/co-quan/"),
        (quan, f"{department}sua/"),
        (quan, f"{department}ten/tu-choi/"),
    ):
        ask(person, page)
    refusal = f"{department}ten/tu-choi/"
    ask(quan, refusal, {"name": "Sở Khác", "reason": "Chưa rõ."})
    ask(quan, refusal, {"name": "Sở Xây dựng và Giao thông", "reason": "Chưa có nghị quyết."})


def states_of_writing(ask, binh, report):
    """Let Bình be asked how to read what he copied, and meet texts that others stored."""
    page = report.get_absolute_url()
    section, annex = report.sections.last(), report.annexes.create(position=2, title="Hội nghị", body="Mười.")
    for text in (section, annex):
        address = f"{page}{'muc' if text == section else 'phu-luc'}/{text.pk}/"
        ask(binh, address)
        ask(binh, address, {"title": "A", "body": COPIED, "version": 1})
        ask(binh, address, {"title": "A", "body": "x" * 400_000, "version": 1})
        ask(binh, address, {"title": "A", "body": "Sở đã phổ biến kip thời.", "version": 1})
        ask(binh, address, {"title": "B", "body": "Chín.", "version": 1})
        ask(binh, f"{address}ban-truoc/")
    ask(binh, f"{page}phu-luc/them/", {"title": "", "body": COPIED})
    ask(binh, f"{page}tieu-chi/", {})


def states_of_taking_over(ask, dung, department):
    """Let Dung read the words of a department beside a section, take some over, and learn that they are old."""
    section = make_report(dung.organisation, (1, "Kết quả", "Cả tỉnh:"), reporting_year=2022).sections.get()
    address = f"/bao-cao/2022/muc/{section.pk}/"
    ask(dung, address)
    submission = make_submission(make_report(department, reporting_year=2022))
    outcome = make_outcome(submission, OutcomeKind.ACCEPTED, decided_by=dung)
    take = {"body": "Cả tỉnh:", "version": 1, "take_over": f"{submission.pk}-0-0"}
    ask(dung, address, take)
    for body in ("Cả nước:", COPIED):
        ask(dung, address, take | {"body": body})
    for query in ("?loi=pho+bien", "?loi=khong+co"):
        ask(dung, f"{address}{query}")
    Outcome.objects.filter(pk=outcome.pk).update(kind=OutcomeKind.RETURNED, reason="Đơn vị xin sửa.")
    ask(dung, address)
    ask(dung, "/bao-cao/2022/ra-soat/?quy-tac=taken-over")


def states_of_printing(ask, binh, report):
    """Let Bình preview a report before and after it is laid out, and find that too many others print."""
    page = report.get_absolute_url()
    caches["files"].clear()
    for address in ("xem/", "ban-in/"):
        ask(binh, f"{page}{address}")
    with full_pool():
        for address in ("so-trang/", "tai-ve/pdf/"):
            ask(binh, f"{page}{address}")
    with slow_pool():
        for address in ("tai-ve/pdf/", "nop/", "nop/?da-doi=1"):
            ask(binh, f"{page}{address}")
    for address in ("so-trang/", "ban-in/"):
        ask(binh, f"{page}{address}")


def states_of_findings(ask, binh, report):
    """Let Bình look at what is found in a report, waive, mend and replace it, and be kept from submitting."""
    page = report.get_absolute_url()
    report.sections.create(position=9, depth=1, heading="Kiến nghị", body="")
    report.sections.create(position=8, depth=1, heading="Kết quả", body="Trả lời kip thời của của Sở.")
    found = ask(binh, f"{page}ra-soat/")
    key = words(found, "//input[@name='key']/@value")[0]
    ask(binh, f"{page}ra-soat/giu-nguyen/", {"key": key, "reason": ""})
    ask(binh, f"{page}ra-soat/giu-nguyen/", {"key": key, "reason": "Tên riêng."})
    ask(binh, f"{page}ra-soat/")
    for address in words(found, "//a[contains(@href, 'ra-soat/sua/')]/@href"):
        ask(binh, address)
    ask(binh, f"{page}tim-thay/?tim=thời&thay=giờ")
    ask(binh, f"{page}tim-thay/?tim=không+có")
    ask(binh, f"{page}nop/")
    ask(binh, page)


def states_of_years(ask, binh, report):
    """Let Bình begin the report of 2025 from that of 2024, whose years are to be moved."""
    desk = "/bao-cao/2025/"
    report.sections.create(
        position=7, depth=1, heading="Kiến nghị", body="Trong năm 2024, Sở mở 5 lớp, hơn năm 2023."
    )
    ask(binh, desk)
    ask(binh, f"{desk}bat-dau/", {"begin_from": "earlier"})
    for section in Report.objects.get(reporting_year=2025).sections.all():
        ask(binh, f"{desk}muc/{section.pk}/")
    ask(binh, f"{desk}chuyen-nam/")
    ask(binh, desk)


def states_of_figures(ask, binh, report):
    """Let Bình settle figures wrongly, well and after somebody else did, and send spreadsheets of them."""
    page = f"{report.get_absolute_url()}so-lieu/"
    shown = fields_of(ask(binh, page))
    ask(binh, page, shown | {"c3-actual": "35,5 triệu", "c22-words": "x" * 600})
    ask(binh, page, shown | {"c3-actual": "12", "c5-actual": "9"})
    ask(binh, page, shown | {"c3-actual": "12", "c5-actual": "9", "c5-reason": "Một cuộc chưa nhập."})
    sheet_of_figures = SimpleUploadedFile("so-lieu.xlsx", ask(binh, f"{page}bang-tinh/").content)
    ask(binh, page, shown | {"c3-actual": "13"})
    ask(binh, f"{page}5/")
    ask(binh, f"{page}5/?tim=khong+co")
    ask(binh, f"{page}5/?loai=training")
    report.figures.filter(code="3").update(actual=14)
    for file in (sheet_of_figures, SimpleUploadedFile("a.csv", b"1;2")):
        ask(binh, f"{page}tu-bang-tinh/", {"sheet": file})


def states_of_submissions(ask, binh, dung, report):
    """Let Dung return a report that Bình submits again; compare both, and lose a file."""
    page, reviewed = report.get_absolute_url(), f"/tong-hop/2023/{report.pk}/"
    first = report.submissions.get()
    first.notes.create(heading="I. Kết quả", line=0, text="Ghi rõ ngày.", written_by=dung)
    make_outcome(first, decided_by=dung)
    for address in ("", "tra-loi/", *(f"muc/{section.pk}/" for section in report.sections.all())):
        ask(binh, f"{page}{address}")
    ask(binh, f"{page}tra-loi/", {f"reply-{note.pk}": "left" for note in first.notes.all()})
    second = make_submission(
        report,
        parts=[["I. Kết quả", "Sở đã phổ biến 12 văn bản."]],
        outstanding=[["Nên sửa", "Thiếu ngày."]],
        waived=[["kip", "Tên riêng.", binh.full_name]],
    )
    make_submitted_figure(second, "3", actual=12)
    for address in ("", "3/"):
        ask(binh, f"{page}so-lieu/{address}")
    ask(dung, second.files.first().get_absolute_url())
    for number in range(60):
        record_download(report, f"{report.file_name}-du-thao.docx" if number % 5 else "bao-cao.pdf", by=dung)
    versions = f"{page}cac-ban/"
    for rest in ("luot-tai/", "luot-tai/?loai=du-thao"):
        ask(binh, f"{versions}{rest}")
    for person, address in ((binh, page), (binh, f"{page}cac-ban/so-sanh/"), (binh, f"{page}cac-ban/2/")):
        ask(person, address)
    for rest in ("", "?ban=1", "so-sanh/"):
        ask(dung, f"{reviewed}{rest}")
    file = second.files.last()
    default_storage.delete(file.file.name)
    ask(binh, file.get_absolute_url())


def states_of_reopening(ask, binh, dung, report):
    """Let Dung reopen a report that she accepted, first without a reason, then when it is open already.

    Both sides look at it then.
    """
    address = f"/tong-hop/2023/{report.pk}/"
    ask(dung, address)
    sent = fields_of_page(ask(dung, f"{address}mo-lai/"))
    for reason in ("", "Cột 5 gõ thừa số 0."):
        ask(dung, f"{address}mo-lai/", sent | {"reason": reason})
    ask(dung, f"{address}mo-lai/", {"version": sent["version"], "reason": "Sai."})
    for person, page in ((dung, address), (dung, "/tong-hop/2023/?trang-thai=mo-lai")):
        ask(person, page)
    for page in ("/nam/2023/", "/bao-cao/2023/", "/bao-cao/2023/cac-ban/", "/thong-bao/2024/"):
        ask(binh, page)


def states_of_issuing(ask, dung):
    """Let Dung issue the report of the province and withdraw it."""
    report = make_report(dung.organisation, closing="Trên đây là báo cáo")
    page = report.get_absolute_url()
    ask(dung, f"{page}nop/", fields_of_page(ask(dung, f"{page}nop/")))
    for address in (
        page,
        f"{page}cac-ban/",
        f"{page}cac-ban/1/",
        f"{page}xem/",
        "/tong-hop/2024/",
        "/nam/2024/",
    ):
        ask(dung, address)
    sent = fields_of_page(ask(dung, f"{page}rut/"))
    for reason in ("", "Thiếu phụ lục."):
        ask(dung, f"{page}rut/", sent | {"reason": reason})


def states_of_totals(ask, dung, report):
    """Let Dung read figures of the province of which some are odd, settle one, send one back, and lose the data."""
    page, one = "/tong-hop/2023/so-lieu/", f"/tong-hop/2023/{report.pk}/"
    submission = report.submissions.last()
    for code, number in (("5", 1), ("6", 20_000), ("7", 2), ("8", 10)):
        make_submitted_figure(submission, code, actual=number)
    make_submitted_figure(submission, "18", actual=3, unit="USD")
    for asked in ("", "?tim=khong+co", "?nhom=department&so=nam-truoc&xep=5"):
        ask(dung, f"{page}{asked}")
    mark = f"{one}so-lieu-can-xem/?cot=7&loai=part"
    sent = fields_of_page(ask(dung, mark))
    for reason in ("", "Đã hỏi đơn vị."):
        ask(dung, mark, sent | {"reason": reason})
    ask(dung, f"{page}danh-dau/")
    ask(dung, f"{one}so-lieu-can-xem/gui/?cot=6&loai=crowd", {})
    for asked in ("danh-dau/", "danh-dau/?xem=da-xu-ly", "danh-dau/?tim=khong+co", "5/"):
        ask(dung, f"{page}{asked}")
    ask(dung, f"{one}so-lieu/5/")
    make_outcome(submission, OutcomeKind.ACCEPTED, decided_by=dung)
    ask(dung, f"{page}5/")


def states_of_collected(ask, binh, dung, report):
    """Let Dung and Bình name a listing of accepted reports, which only Dung's report prints."""
    for person, one in ((binh, report), (dung, make_report(dung.organisation, reporting_year=2021))):
        section = one.sections.last()
        one.sections.filter(pk=section.pk).update(body="[[đơn vị chưa báo cáo]]")
        ask(person, f"/bao-cao/{one.reporting_year}/muc/{section.pk}/")
        one.sections.filter(pk=section.pk).update(body=section.body)


def states_of_periods(ask, dung):
    """Let Dung open a period, read an outline of the program, and change sets that were changed meanwhile."""
    receiver, opening = dung.organisation, "/ky-bao-cao/2025/mo/"
    ask(dung, opening, fields_of_page(ask(dung, opening)) | {"due_on": "15/11/2099"})
    period = make_period(receiver, reporting_year=2023)
    forms = f"{period.get_absolute_url()}bieu-so-lieu/"
    chosen = fields_of(ask(dung, forms)) | {"form_front": make_indicator_set(receiver, group="front").pk}
    ask(dung, forms, chosen)
    ask(dung, forms, chosen | {"command": "save", "version": 9})
    ask(dung, f"/de-cuong/2024/{Outline.objects.in_use(2024).get().pk}/")
    ask(dung, f"/de-cuong/2024/{Outline.objects.of_province(receiver, 2024).get().pk}/")
    ask(dung, "/bao-cao/2019/")
    ask(dung, "/bao-cao/2025/bat-dau/", {"begin_from": "outline"})
    for page in ("", "dau-cuoi/", "tieu-chi/", "phu-luc/"):
        ask(dung, f"/bao-cao/2025/{page}")
    ask(dung, f"/bo-tieu-chi/2024/{CriteriaSet.objects.filter(organisation=None).first().pk}/")
    ask(dung, f"/bieu-so-lieu/2026/{IndicatorSet.objects.filter(organisation=None).first().pk}/")
    sets = (
        ("de-cuong", make_outline(receiver)),
        ("bo-tieu-chi", make_criteria_set(receiver)),
        (
            "bieu-so-lieu",
            make_indicator_set(receiver, {"label": "Số cuộc", "rules": "#1 > 0 | nhắc | Chưa có."}),
        ),
    )
    for slug, row in sets:
        address = f"/{slug}/2024/{row.pk}/"
        sent = fields_of(ask(dung, address))
        ask(dung, address, sent | {"name": "Tên mới"})
        ask(dung, address, sent | {"name": "Tên khác"})
        ask(dung, address, sent | {"name": "", "command": "add"})
