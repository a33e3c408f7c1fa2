from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("events", "0006_plans_carried_out")]
    operations = [
        migrations.AddField(
            model_name="event",
            name="attendance_is_approximate",
            field=models.BooleanField(default=False, verbose_name="“khoảng” số này"),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("attendance_is_approximate", True), ("attendance_is_minimum", True), _negated=True
                ),
                name="event_attendance_is_at_least_or_about",
                violation_error_message="Số người tham dự là “hơn” hoặc “khoảng” một số, không thể là cả hai.",
            ),
        ),
    ]
