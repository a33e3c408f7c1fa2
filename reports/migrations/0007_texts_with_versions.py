import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import pbgdpl.lib.fields


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0006_reports_begun_from_others"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="section",
            name="guidance",
            field=pbgdpl.lib.fields.ProseField(blank=True, verbose_name="hướng dẫn viết"),
        ),
        migrations.AddField(
            model_name="section",
            name="is_autosaved",
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AddField(
            model_name="section",
            name="is_done",
            field=models.BooleanField(default=False, verbose_name="đã xong"),
        ),
        migrations.AddField(
            model_name="section",
            name="is_required",
            field=models.BooleanField(default=True, verbose_name="bắt buộc"),
        ),
        migrations.AddField(
            model_name="section",
            name="saved_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="section",
            name="saved_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="section",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.CreateModel(
            name="EarlierText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("body", pbgdpl.lib.fields.ProseField(blank=True, verbose_name="lời")),
                ("saved_at", models.DateTimeField(blank=True, null=True, verbose_name="lưu lúc")),
                ("replaced_at", models.DateTimeField(auto_now_add=True, verbose_name="thay lúc")),
                (
                    "saved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="earlier_texts",
                        to="reports.section",
                    ),
                ),
            ],
            options={
                "ordering": ("-replaced_at", "-pk"),
            },
        ),
    ]
