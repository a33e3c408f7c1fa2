import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import accounts.rows.year_row
import pbgdpl.lib.fields


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_what_is_done_with_reports"),
        ("reports", "0007_texts_with_versions"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ReportingPeriod",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "reporting_year",
                    accounts.rows.year_row.YearField(
                        validators=[
                            django.core.validators.MinValueValidator(2000),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="năm báo cáo",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("year", "Năm"), ("half_year", "6 tháng đầu năm")],
                        default="year",
                        max_length=10,
                        verbose_name="kỳ báo cáo",
                    ),
                ),
                ("statistics_from", models.DateField(verbose_name="thống kê từ ngày")),
                ("statistics_to", models.DateField(verbose_name="thống kê đến ngày")),
                ("due_on", models.DateField(verbose_name="hạn nộp")),
                (
                    "letter_number",
                    pbgdpl.lib.fields.LineField(
                        blank=True, max_length=60, verbose_name="số, ký hiệu văn bản đề nghị"
                    ),
                ),
                (
                    "letter_issued_on",
                    models.DateField(blank=True, null=True, verbose_name="ngày văn bản đề nghị"),
                ),
                (
                    "letter_subject",
                    pbgdpl.lib.fields.LineField(
                        blank=True, max_length=1000, verbose_name="trích yếu văn bản đề nghị"
                    ),
                ),
                ("opened_at", models.DateTimeField(auto_now_add=True, verbose_name="mở lúc")),
                (
                    "closed_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="đóng lúc"),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "criteria_set",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="period",
                        to="reports.criteriaset",
                        verbose_name="bộ tiêu chí",
                    ),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người mở",
                    ),
                ),
                (
                    "outline",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="period",
                        to="reports.outline",
                        verbose_name="đề cương báo cáo",
                    ),
                ),
                (
                    "receiver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="periods",
                        to="accounts.organisation",
                        verbose_name="nơi nhận báo cáo",
                    ),
                ),
            ],
            options={
                "verbose_name": "kỳ báo cáo",
                "ordering": ("-reporting_year", "kind"),
            },
        ),
        migrations.CreateModel(
            name="Extension",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("due_on", models.DateField(verbose_name="hạn nộp mới")),
                ("reason", pbgdpl.lib.fields.ProseField(verbose_name="lý do")),
                ("given_at", models.DateTimeField(auto_now_add=True, verbose_name="lúc")),
                (
                    "given_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="extensions",
                        to="accounts.organisation",
                        verbose_name="cơ quan",
                    ),
                ),
                (
                    "period",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="extensions",
                        to="reports.reportingperiod",
                    ),
                ),
            ],
            options={
                "ordering": ("given_at", "pk"),
            },
        ),
        migrations.AddConstraint(
            model_name="reportingperiod",
            constraint=models.UniqueConstraint(
                fields=("receiver", "reporting_year", "kind"),
                name="a_period_is_opened_once",
                violation_error_message="Kỳ báo cáo này đã được mở.",
            ),
        ),
        migrations.AddConstraint(
            model_name="reportingperiod",
            constraint=models.CheckConstraint(
                condition=models.Q(("statistics_to__gte", models.F("statistics_from"))),
                name="period_statistics_end_after_they_start",
                violation_error_message="Ngày cuối kỳ thống kê không được trước ngày đầu kỳ.",
            ),
        ),
    ]
