from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("events", "0007_approximate_attendance")]
    operations = [
        migrations.AlterField(
            model_name="event",
            name="date_precision",
            field=models.CharField(
                choices=[("day", "Ngày"), ("month", "Tháng"), ("quarter", "Quý"), ("none", "Không ghi")],
                default="none",
                max_length=10,
                verbose_name="độ chính xác của ngày",
            ),
        ),
    ]
