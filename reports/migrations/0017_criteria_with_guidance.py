from django.db import migrations

import pbgdpl.lib.fields


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0016_years_moved_in_assessments"),
    ]

    operations = [
        migrations.AddField(
            model_name="criterion",
            name="guidance",
            field=pbgdpl.lib.fields.ProseField(blank=True, verbose_name="hướng dẫn đánh giá"),
        ),
    ]
