"""An uploaded list while its columns are chosen, and the layouts of lists that an organisation has chosen before."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from accounts.models.people import Organisation, User

STORED_FOR = timedelta(days=1)


class UploadedSheetQuerySet(models.QuerySet["UploadedSheet"]):
    def store(self, data: bytes, *, rows: str, by: User) -> "UploadedSheet":
        """Store a file instead of the person's last one, and delete the files that nobody came back to."""
        self.filter(uploaded_at__lt=timezone.now() - STORED_FOR).delete()
        sheet, _ = self.update_or_create(uploaded_by=by, defaults={"data": data, "rows": rows})
        return sheet

    def of_person(self, user: User, rows: str) -> "UploadedSheet | None":
        """Return the file that a person has uploaded to a list, None if there is none."""
        return self.filter(uploaded_by=user, rows=rows).first()


class UploadedSheet(models.Model):
    """The last list that a person has uploaded as a file; deleted when its rows are saved."""

    uploaded_by = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    uploaded_at = models.DateTimeField(auto_now=True)
    rows = models.CharField(max_length=20)  # the name of the model: "plan"
    data = models.BinaryField()

    objects = UploadedSheetQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.uploaded_by}: {self.rows}"

    @property
    def name(self) -> str:
        """Return what tells this file from the next one that the person uploads."""
        return self.uploaded_at.isoformat()


class SheetLayout(models.Model):
    """What the columns of a list hold, as people of an organisation chose it for a sheet with these headings."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    rows = models.CharField(max_length=20)
    key = models.CharField(max_length=64)  # a hash of the headings
    headings = models.JSONField()  # folded, from left to right
    fields = models.JSONField()  # of the form, one for each heading; "" for a column that is not read

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "rows", "key"), name="a_layout_is_remembered_once"
            ),
        )

    def __str__(self) -> str:
        return "; ".join(self.headings)
