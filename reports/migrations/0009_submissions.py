import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import pbgdpl.lib.fields
import reports.models.submission


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_what_is_done_with_reports"),
        ("reports", "0008_reporting_periods"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Submission",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(verbose_name="bản")),
                ("submitted_at", models.DateTimeField(auto_now_add=True, verbose_name="nộp lúc")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="hạn nộp khi nộp")),
                ("pages", models.PositiveIntegerField(verbose_name="số trang")),
                ("parts", models.JSONField(default=list)),
                ("waived", models.JSONField(default=list)),
                (
                    "attachments",
                    models.ManyToManyField(blank=True, related_name="submissions", to="accounts.attachment"),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="submissions",
                        to="reports.report",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("version",),
            },
        ),
        migrations.CreateModel(
            name="ReviewNote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("heading", pbgdpl.lib.fields.LineField(blank=True, max_length=2000, verbose_name="mục")),
                ("text", pbgdpl.lib.fields.ProseField(verbose_name="nhận xét")),
                ("written_at", models.DateTimeField(auto_now_add=True, verbose_name="lúc")),
                (
                    "written_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notes",
                        to="reports.submission",
                    ),
                ),
            ],
            options={
                "ordering": ("written_at", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Outcome",
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
                        choices=[("accepted", "Tiếp nhận"), ("returned", "Trả lại"), ("withdrawn", "Rút")],
                        max_length=10,
                        verbose_name="kết quả",
                    ),
                ),
                ("reason", pbgdpl.lib.fields.ProseField(blank=True, verbose_name="lý do")),
                ("decided_at", models.DateTimeField(auto_now_add=True, verbose_name="lúc")),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "submission",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="outcome",
                        to="reports.submission",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SubmittedFile",
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
                        choices=[("docx", "DOCX"), ("pdf", "PDF"), ("signed", "PDF đã ký")],
                        max_length=10,
                        verbose_name="loại tệp",
                    ),
                ),
                ("name", pbgdpl.lib.fields.LineField(max_length=200, verbose_name="tên tệp")),
                (
                    "file",
                    models.FileField(upload_to=reports.models.submission.frozen_name, verbose_name="tệp"),
                ),
                ("size", models.PositiveIntegerField(verbose_name="dung lượng")),
                ("sha256", models.CharField(db_index=True, max_length=64, verbose_name="mã băm")),
                ("extends_pdf", models.BooleanField(default=False)),
                ("added_at", models.DateTimeField(auto_now_add=True, verbose_name="lúc")),
                ("replaced_at", models.DateTimeField(blank=True, null=True, verbose_name="thay lúc")),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="reports.submission",
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.AddConstraint(
            model_name="submission",
            constraint=models.UniqueConstraint(
                fields=("report", "version"), name="one_submission_of_a_version"
            ),
        ),
        migrations.AddConstraint(
            model_name="outcome",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind", "accepted"), models.Q(("reason", ""), _negated=True), _connector="OR"
                ),
                name="who_gives_a_report_back_says_why",
                violation_error_message="Ghi lý do.",
            ),
        ),
        migrations.AddConstraint(
            model_name="submittedfile",
            constraint=models.UniqueConstraint(
                fields=("submission", "kind"),
                condition=models.Q(("replaced_at", None)),
                name="one_file_of_a_kind",
                violation_error_message="Bản nộp này đã có tệp loại đó.",
            ),
        ),
    ]
