import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0005_assessments_with_evidence"),
    ]

    operations = [
        migrations.AddField(
            model_name="report",
            name="started_at",
            field=models.DateTimeField(auto_now_add=True, null=True, verbose_name="bắt đầu lúc"),
        ),
        migrations.AddField(
            model_name="report",
            name="started_from",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="reports.report",
            ),
        ),
        migrations.AddField(
            model_name="report",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
    ]
