import django.db.models.deletion
from django.db import migrations, models

import pbgdpl.lib.fields


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_what_is_done_with_reports"),
        ("reports", "0003_outlines_of_organisations"),
    ]

    operations = [
        migrations.AddField(
            model_name="criteriaset",
            name="organisation",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="accounts.organisation",
                verbose_name="của cơ quan",
            ),
        ),
        migrations.AddField(
            model_name="criteriaset",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name="criterion",
            name="group",
            field=pbgdpl.lib.fields.LineField(blank=True, max_length=500, verbose_name="nhóm"),
        ),
        migrations.AlterField(
            model_name="criteriaset",
            name="name",
            field=pbgdpl.lib.fields.LineField(max_length=200, verbose_name="tên bộ tiêu chí"),
        ),
    ]
