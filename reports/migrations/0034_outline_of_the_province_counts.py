"""Says in the shipped outline of the province how many bodies reported, and how much their reports list."""

from django.db import migrations

OUTLINE = "Đề cương báo cáo của tỉnh (từ 2024)"
# Heading, the text to start from as it was, as it is.
TEXTS = (
    (
        "Văn bản chỉ đạo, hướng dẫn",
        "Các cơ quan, đơn vị đã ban hành các văn bản sau để triển khai công tác PBGDPL:\n\n"
        "[[văn bản của các đơn vị]]",
        "Các cơ quan, đơn vị đã ban hành [[số văn bản đã ban hành]] văn bản để triển khai công tác PBGDPL:\n\n"
        "[[văn bản của các đơn vị]]",
    ),
    (
        "Kế hoạch và việc báo cáo của các cơ quan, đơn vị",
        "Các đơn vị đã báo cáo nêu ở Phụ lục II, các đơn vị chưa báo cáo nêu ở Phụ lục III kèm theo.",
        "Trong [[số đơn vị phải báo cáo]] cơ quan, đơn vị phải báo cáo, có [[số đơn vị đã báo cáo]] đơn vị đã báo cáo "
        "([[số đơn vị báo cáo đúng hạn]] đúng hạn, [[số đơn vị báo cáo muộn]] muộn; Phụ lục II kèm theo) và "
        "[[số đơn vị chưa báo cáo]] đơn vị chưa báo cáo (Phụ lục III kèm theo).",
    ),
    (
        "Mô hình, cách làm hiệu quả",
        "Các đơn vị nêu những mô hình, cách làm sau:\n\n[[mô hình của các đơn vị]]",
        "Có [[số đơn vị có mô hình]] đơn vị nêu mô hình, cách làm hiệu quả:\n\n[[mô hình của các đơn vị]]",
    ),
    (
        "ĐỀ XUẤT, KIẾN NGHỊ",
        "Các cơ quan, đơn vị kiến nghị:\n\n[[kiến nghị của các đơn vị]]",
        "Các cơ quan, đơn vị có [[số kiến nghị]] kiến nghị:\n\n[[kiến nghị của các đơn vị]]",
    ),
)


def count(apps, schema_editor):
    for heading, before, after in TEXTS:
        _replace(apps, heading, before, after)


def leave_uncounted(apps, schema_editor):
    for heading, before, after in TEXTS:
        _replace(apps, heading, after, before)


def _replace(apps, heading, text, by):
    sections = apps.get_model("reports", "OutlineSection").objects.filter(
        outline__organisation=None, outline__name=OUTLINE, outline__for_province=True
    )
    sections.filter(heading=heading, starting_text=text).update(starting_text=by)


class Migration(migrations.Migration):
    dependencies = [("reports", "0033_reopened_reports")]

    operations = [migrations.RunPython(count, leave_uncounted)]
