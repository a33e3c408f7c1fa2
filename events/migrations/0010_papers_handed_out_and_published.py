from django.db import migrations, models

import pbgdpl.lib.fields


class Migration(migrations.Migration):
    dependencies = [("events", "0009_sessions_and_mode")]
    operations = [
        migrations.AddField(
            model_name="event",
            name="copies",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="số bản đã in, nhân bản"),
        ),
        migrations.AddField(
            model_name="event",
            name="handouts",
            field=pbgdpl.lib.fields.LineField(blank=True, max_length=500, verbose_name="tài liệu đã phát"),
        ),
        migrations.AddField(
            model_name="event",
            name="originals",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="số tài liệu gốc"),
        ),
        migrations.AddField(
            model_name="event",
            name="posted",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="số tài liệu đã đăng tải"),
        ),
        migrations.AlterField(
            model_name="event",
            name="search_text",
            field=pbgdpl.lib.fields.SearchTextField(
                default="",
                editable=False,
                of=("name", "place", "partners", "description", "handouts", "wording"),
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("posted__isnull", True),
                    ("originals__isnull", True),
                    ("posted__lte", models.F("originals")),
                    _connector="OR",
                ),
                name="event_posts_at_most_its_originals",
                violation_error_message="Số tài liệu đã đăng tải là một phần của số tài liệu gốc, không thể nhiều hơn.",
            ),
        ),
    ]
