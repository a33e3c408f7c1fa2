"""Words the shipped outline of the province so that it stays right where its listings have nothing to print."""

from django.db import migrations

OUTLINE = "Đề cương báo cáo của tỉnh (từ 2024)"
LEADS = (
    "[[số văn bản đã ban hành]] văn bản để triển khai công tác PBGDPL",
    "[[số đơn vị có mô hình]] đơn vị nêu mô hình, cách làm hiệu quả",
    "[[số kiến nghị]] kiến nghị",
)


def end_sentences(apps, schema_editor):
    _replace(apps, ":\n", ".\n")


def lead_on(apps, schema_editor):
    _replace(apps, ".\n", ":\n")


def _replace(apps, end, by):
    for section in apps.get_model("reports", "OutlineSection").objects.filter(
        outline__organisation=None, outline__name=OUTLINE, outline__for_province=True
    ):
        text = section.starting_text
        for lead in LEADS:
            text = text.replace(f"{lead}{end}", f"{lead}{by}")
        if text != section.starting_text:
            section.starting_text = text
            section.save(update_fields=["starting_text"])


class Migration(migrations.Migration):
    dependencies = [("reports", "0034_outline_of_the_province_counts")]

    operations = [migrations.RunPython(end_sentences, lead_on)]
