"""The forms of one assessment: its text, a result, points, and the rows and files that are its evidence."""

import re
from decimal import Decimal
from functools import partial
from operator import attrgetter

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.text import capfirst

from accounts.forms.faults import FaultsMixin
from accounts.models import Attachment
from accounts.rows.conflict import fingerprints
from accounts.rows.fields import cleaned_formfield
from accounts.rows.layout import in_a_row, laid_out
from accounts.rows.link_choices import RowLinksField
from events.models import Event
from pbgdpl.lib.vietnamese import clean_line, decimal_number
from plans.models import Directive, Plan
from reports.models import Assessment
from reports.writing.criteria.assessments import EVIDENCE, assess, refuse_points
from reports.writing.forms.section import VersionField

ROWS = (Plan, Directive, Event)


class PointsField(forms.Field):
    """Cleans "8", "8,5" or "8.50" to a Decimal."""

    widget = forms.TextInput({"inputmode": "decimal"})
    written = re.compile(r"([-−]?)([0-9]{1,9})(?:[.,]([0-9]{1,9}))?")
    most = Decimal("999.99")

    def to_python(self, value):
        if not (text := clean_line(value or "")):
            return None
        if not (found := self.written.fullmatch(text)):
            raise forms.ValidationError(f"“{text[:40]}” không phải số điểm. Viết như 8 hoặc 8,5.")
        sign, whole, part = found.groups()
        if len(part or "") > 2:
            raise forms.ValidationError("Điểm có nhiều nhất hai chữ số sau dấu phẩy. Viết như 8,25.")
        points = Decimal(f"{'-' if sign else ''}{whole}.{part or 0}")
        if abs(points) > self.most:
            raise forms.ValidationError(f"Điểm nhiều nhất là {decimal_number(self.most)}.")
        return points

    def prepare_value(self, value):
        return decimal_number(value) if isinstance(value, Decimal) else value


class FilesField(RowLinksField):
    """Choices of files, each labelled with its name and its row."""

    labelled_by = ("row",)
    order = attrgetter("added_at", "pk")

    def label_from_instance(self, file):
        return f"{file.name} – {file.row.short_name}" if file.row else file.name


class AssessmentTextForm(FaultsMixin, forms.ModelForm):
    """The text, the result and the points of one assessment.

    `version` is the one that was read, so that no newer one is overwritten.
    """

    use_required_attribute = False

    version = VersionField()
    # The values that the page started with, so that it is known which of them this person changed.
    base = forms.CharField(widget=forms.HiddenInput, required=False)
    points = PointsField(label="Điểm", required=False)

    class Meta:
        model = Assessment
        fields = ("text", "result", "points")
        formfield_callback = cleaned_formfield
        labels = {"text": "Lời đánh giá"}
        widgets = {"text": forms.Textarea({"rows": 8, "data-marks": "lines"})}

    def __init__(self, *args, by, year, **kwargs):
        super().__init__(*args, **kwargs)
        self.by, self.year = by, year
        self.fields["version"].initial = self.instance.version
        self.fields["base"].initial = partial(fingerprints, self)
        self.fields["result"].choices = [("", "Chưa chọn"), *self.fields["result"].choices[1:]]
        most = self.instance.criterion.maximum_points
        self.fields["points"].help_text = (
            "Không bắt buộc; bộ tiêu chí không ghi điểm tối đa."
            if most is None
            else f"Tối đa {decimal_number(most)} điểm. Không bắt buộc."
        )

    def clean_points(self):
        points = self.cleaned_data["points"]
        try:
            refuse_points(points, self.instance.criterion)
        except forms.ValidationError as refused:
            raise forms.ValidationError(refused.message_dict["points"]) from refused
        return points


class AssessmentForm(AssessmentTextForm):
    """The form of one assessment with its evidence."""

    searches = {}  # {name of its search: words} of the fields for evidence

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for model, name in zip(ROWS, EVIDENCE, strict=False):
            self._add_links(name, model.objects.of(self.by.organisation).for_year(self.year).in_order())
        self._add_links("attachments", self._files(), FilesField)

    def _add_links(self, name, offered, field=RowLinksField):
        """Add a field that chooses among `offered` and what was chosen before and is not deleted."""
        chosen = getattr(self.instance, name).filter(deleted_at=None)
        label = capfirst(Assessment._meta.get_field(name).verbose_name)
        self.fields[name] = field(offered, chosen=list(chosen), label=label)

    def _files(self):
        """Return the files of the organisation's rows of the year."""
        places = Q(pk__in=())
        for model in ROWS:
            rows = model.objects.of(self.by.organisation).for_year(self.year).order_by()
            kind = ContentType.objects.get_for_model(model)
            places |= Q(content_type=kind, object_id__in=rows.values("pk"))
        files = Attachment.objects.of(self.by.organisation).filter(deleted_at=None)
        return files.filter(places)

    def save(self, commit=True):
        """Save the assessment; raise Conflict if somebody else has saved it in the meantime."""
        return assess(
            self.instance,
            evidence={name: self.cleaned_data[name] for name in EVIDENCE},
            version=self.cleaned_data["version"],
            by=self.by,
        )

    # What the page shows.

    @property
    def main_fields(self):
        return laid_out("text", in_a_row(result=6, points=6))

    @property
    def link_fields(self):
        """Return the fields of rows and files that have something to choose."""
        fields = [self[name] for name in EVIDENCE]
        return [field for field in fields if not field.is_empty]
