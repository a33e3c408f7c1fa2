import django.db.models.deletion
from django.db import migrations, models

import pbgdpl.lib.fields


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_what_is_done_with_reports"),
        ("reports", "0002_default_outline"),
    ]

    operations = [
        migrations.AddField(
            model_name="outline",
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
            model_name="outline",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name="outlinesection",
            name="is_required",
            field=models.BooleanField(default=True, verbose_name="bắt buộc"),
        ),
        migrations.AlterField(
            model_name="outline",
            name="name",
            field=pbgdpl.lib.fields.LineField(max_length=200, verbose_name="tên đề cương"),
        ),
    ]
