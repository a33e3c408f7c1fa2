import django.db.models.deletion
from django.db import migrations, models

import pbgdpl.lib.fields


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_what_is_done_with_reports"),
        ("reports", "0010_waivers"),
    ]

    operations = [
        migrations.CreateModel(
            name="Notice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("opened", "Mở kỳ báo cáo"),
                            ("closed", "Đóng kỳ báo cáo"),
                            ("extended", "Gia hạn"),
                            ("submitted", "Nộp"),
                            ("withdrawn", "Rút"),
                            ("returned", "Trả lại"),
                            ("accepted", "Tiếp nhận"),
                            ("signed", "Bản ký"),
                        ],
                        max_length=10,
                        verbose_name="loại",
                    ),
                ),
                ("words", pbgdpl.lib.fields.LineField(max_length=500, verbose_name="nội dung")),
                ("address", models.CharField(max_length=300, verbose_name="trang")),
                ("made_at", models.DateTimeField(auto_now_add=True, verbose_name="lúc")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notices",
                        to="accounts.organisation",
                    ),
                ),
            ],
            options={
                "ordering": ("-made_at", "-pk"),
                "indexes": [
                    models.Index(fields=["organisation", "-made_at"], name="reports_not_organis_5ca102_idx")
                ],
            },
        ),
    ]
