"""What the report of a province begins with beside its sections: to whom it goes, its first and last words, annexes."""

from __future__ import annotations

from accounts.models import Organisation
from pbgdpl.lib.vietnamese import lower_first
from reports.models import Annex, Report
from reports.models.province import province_of

ABOVE = "Bộ Tư pháp"
# The title of each annex, and the listing that prints it.
ANNEXES = (
    ("Biểu tổng hợp số liệu phổ biến, giáo dục pháp luật trên địa bàn", "biểu tổng hợp các đơn vị"),
    ("Danh sách các đơn vị đã báo cáo", "đơn vị đã báo cáo"),
    ("Danh sách các đơn vị chưa báo cáo", "đơn vị chưa báo cáo"),
)


def complete(report: Report) -> None:
    """Fill what is empty in the head and the end of a province's new report."""
    body, work = report.issuing_body, lower_first(report.subject)
    opening = work.replace("giáo dục pháp luật", "giáo dục pháp luật (PBGDPL)", 1)
    words = {
        "addressees": "\n".join(filter(None, (report.parent_body, ABOVE))),
        "opening": f"Trên cơ sở báo cáo của các cơ quan, đơn vị, {body} báo cáo {opening} như sau:",
        "closing": f"Trên đây là {work}, {body} trân trọng báo cáo./.",
    }
    for name, value in words.items():
        setattr(report, name, getattr(report, name) or value)


def usual_recipients(organisation: Organisation) -> list[str]:
    """Return the recipients below "Như trên" of a Justice Department that has stated none."""
    return [f"Hội đồng phối hợp PBGDPL {province_of(organisation)}", "Lưu: VT"]


def add_annexes(report: Report) -> None:
    Annex.objects.bulk_create(
        Annex(report=report, position=position, title=title, body=f"[[{listing}]]")
        for position, (title, listing) in enumerate(ANNEXES, start=1)
    )
