"""A third file of a submission: the report as data."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0026_forms_of_the_ministry"),
    ]

    operations = [
        migrations.AlterField(
            model_name="submittedfile",
            name="kind",
            field=models.CharField(
                choices=[("docx", "DOCX"), ("pdf", "PDF"), ("json", "JSON"), ("signed", "PDF đã ký")],
                max_length=10,
                verbose_name="loại tệp",
            ),
        ),
    ]
