"""A made-up report of Dung's province on 2024, with the headings of the outline that the program comes with."""

from operator import attrgetter

from reports.document.numbering import nested
from reports.document.tree import BulletList, Document, Letterhead, Paragraph, Section, Signature
from reports.models import CriteriaSet, Outline

NAMED = (
    "Kế hoạch số 27/KH-STP ngày 12/01/2024 về phổ biến, giáo dục pháp luật năm 2024",
    "Hội nghị tập huấn Luật Đất đai (15/3/2024) với 120 đại biểu",
    "Hội nghị phổ biến Luật Nhà ở (22/5/2024) với hơn 200 đại biểu",
)
DONE = "Trong năm 2024, Hội đồng phối hợp đã họp hai kỳ."


def province_report(province):
    """Return the report as a Document: words in each section, documents and events, and all criteria assessed."""
    asked = Outline.objects.of_province(province, 2024).get().sections.all()
    return Document(
        letterhead=Letterhead("UBND TỈNH SEN", province.name.upper(), "88/BC-STP", "Sen"),
        kind="BÁO CÁO",
        subject="Kết quả công tác phổ biến, giáo dục pháp luật trên địa bàn tỉnh Sen năm 2024",
        addressees=("UBND tỉnh Sen", "Bộ Tư pháp"),
        body=(
            Paragraph("Trên cơ sở báo cáo của các đơn vị, Sở Tư pháp báo cáo như sau:"),
            *_sections(asked, {}),
        ),
        closing="Trên đây là báo cáo của Sở Tư pháp tỉnh Sen./.",
        recipients=("Như trên", "Hội đồng phối hợp PBGDPL tỉnh Sen", "Lưu: VT"),
        signature=Signature(("GIÁM ĐỐC",), "Đỗ Minh Khôi"),
    )


def _sections(asked, words):
    """Yield the headings as a tree; the first has a list of rows, the last all criteria."""
    criteria = CriteriaSet.objects.in_use(2024).get().criteria.all()
    assessed = tuple(Paragraph("Các đơn vị đạt yêu cầu.", lead=f"{one.name}:") for one in criteria)
    words = words or {
        "Văn bản chỉ đạo, hướng dẫn": (BulletList(NAMED, "-"),),
        "Hoạt động của Hội đồng phối hợp PBGDPL": (Paragraph(DONE),),
        asked[len(asked) - 1].heading: assessed,
    }
    for one, below in nested(asked, attrgetter("depth")):
        own = words.get(one.heading, (Paragraph(f"Lời của năm trước về {one.heading.lower()}."),))
        yield Section(one.printed_heading, (*(() if below else own), *_sections(below, words)))
