from django.db import migrations

import pbgdpl.lib.fields
import reports.models.period


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0017_criteria_with_guidance"),
    ]

    operations = [
        migrations.AddField(
            model_name="reportingperiod",
            name="kinds_needing_event",
            field=pbgdpl.lib.fields.ChosenField(
                blank=True,
                default=reports.models.period.usual_kinds_needing_event,
                verbose_name="loại văn bản của đơn vị cần hoạt động",
            ),
        ),
        migrations.AddField(
            model_name="reportingperiod",
            name="kinds_needing_plan",
            field=pbgdpl.lib.fields.ChosenField(
                blank=True,
                default=reports.models.period.usual_kinds_needing_plan,
                verbose_name="loại văn bản chỉ đạo cần kế hoạch triển khai",
            ),
        ),
    ]
