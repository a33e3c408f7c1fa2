import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("events", "0008_dates_by_quarter")]
    operations = [
        migrations.AddField(
            model_name="event",
            name="mode",
            field=models.CharField(
                blank=True,
                choices=[
                    ("in_person", "Trực tiếp"),
                    ("online", "Trực tuyến"),
                    ("hybrid", "Kết hợp trực tiếp và trực tuyến"),
                ],
                max_length=10,
                verbose_name="cách tổ chức",
            ),
        ),
        migrations.AddField(
            model_name="event",
            name="sessions",
            field=models.PositiveIntegerField(
                blank=True,
                null=True,
                validators=[django.core.validators.MinValueValidator(1)],
                verbose_name="số cuộc",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(("sessions__isnull", True), ("sessions__gte", 1), _connector="OR"),
                name="event_has_a_session",
                violation_error_message="Số cuộc phải từ 1 trở lên.",
            ),
        ),
    ]
