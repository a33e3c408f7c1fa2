import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import pbgdpl.lib.fields


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0009_submissions"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Waiver",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=100)),
                ("text", pbgdpl.lib.fields.LineField(max_length=1000, verbose_name="chỗ cần xem")),
                ("reason", pbgdpl.lib.fields.ProseField(verbose_name="lý do giữ nguyên")),
                ("waived_at", models.DateTimeField(auto_now_add=True, verbose_name="lúc")),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="waivers",
                        to="reports.report",
                    ),
                ),
                (
                    "waived_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("waived_at", "pk"),
            },
        ),
        migrations.AddConstraint(
            model_name="waiver",
            constraint=models.UniqueConstraint(
                fields=("report", "key"),
                name="one_waiver_a_finding",
                violation_error_message="Chỗ này đã được giữ nguyên.",
            ),
        ),
    ]
