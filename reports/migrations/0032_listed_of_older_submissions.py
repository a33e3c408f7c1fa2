"""Fills in what the report of the province lists of reports that were submitted before it was stored, from their data."""

import json
from hashlib import sha256

from django.db import migrations


def fill_in(apps, schema_editor):
    files = apps.get_model("reports", "SubmittedFile").objects.using(schema_editor.connection.alias)
    submissions = apps.get_model("reports", "Submission").objects.using(schema_editor.connection.alias)
    stored = files.filter(kind="json", replaced_at=None, submission__listed={})
    for pk in list(stored.values_list("pk", flat=True)):  # one file after another: they are large
        file = files.get(pk=pk)
        if listed := listed_of(file):
            submissions.filter(pk=file.submission_id).update(listed=listed)


def listed_of(file):
    """Return what the data of a submission lists; None where it cannot be read, or is not what was submitted."""
    try:
        with file.file.open("rb") as opened:
            content = opened.read()
        if sha256(content).hexdigest() != file.sha256:
            return None
        data = json.loads(content)
        return {
            "documents": [
                {"kind": row["kind"], "words": row["words"]}
                for row in data["rows"]["plans"]
                if row["is_printed"]
            ],
            "criteria": [
                {name: one[name] or "" for name in ("group", "name", "result", "points")}
                for one in data["criteria"]
            ],
        }
    except (OSError, ValueError, KeyError, TypeError):
        return None


class Migration(migrations.Migration):
    dependencies = [("reports", "0031_outline_of_the_province")]
    operations = [migrations.RunPython(fill_in, migrations.RunPython.noop, elidable=True)]
