from django.db import migrations, models

import pbgdpl.lib.fields


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0005_directives_carried_out"),
        ("events", "0006_plans_carried_out"),
        ("accounts", "0007_what_is_done_with_reports"),
        ("reports", "0004_criteria_in_groups"),
    ]

    operations = [
        migrations.AddField(
            model_name="assessment",
            name="attachments",
            field=models.ManyToManyField(
                blank=True, related_name="+", to="accounts.attachment", verbose_name="tệp"
            ),
        ),
        migrations.AddField(
            model_name="assessment",
            name="directives",
            field=models.ManyToManyField(
                blank=True, related_name="+", to="plans.directive", verbose_name="văn bản chỉ đạo"
            ),
        ),
        migrations.AddField(
            model_name="assessment",
            name="events",
            field=models.ManyToManyField(
                blank=True, related_name="+", to="events.event", verbose_name="hoạt động"
            ),
        ),
        migrations.AddField(
            model_name="assessment",
            name="plans",
            field=models.ManyToManyField(
                blank=True, related_name="+", to="plans.plan", verbose_name="kế hoạch, văn bản"
            ),
        ),
        migrations.AddField(
            model_name="assessment",
            name="result",
            field=models.CharField(
                blank=True,
                choices=[("met", "Đạt"), ("partly_met", "Đạt một phần"), ("not_met", "Chưa đạt")],
                max_length=20,
                verbose_name="kết quả",
            ),
        ),
        migrations.AddField(
            model_name="assessment",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AlterField(
            model_name="assessment",
            name="text",
            field=pbgdpl.lib.fields.ProseField(blank=True, verbose_name="đánh giá"),
        ),
    ]
