"""The page of an outline: its name and how it numbers, and its headings as rows."""

from django import forms

from accounts.forms.faults import FaultsMixin
from accounts.rows import FIRST_YEAR, LAST_YEAR
from accounts.rows.fields import cleaned_formfield
from accounts.rows.forms import STALE
from accounts.rows.layout import in_a_row, laid_out
from reports.document.numbering import labels_of
from reports.document.tree import Numbering
from reports.models import NumberingScheme, Outline, OutlineSection
from reports.models.outline import DEEPEST
from reports.periods.forms.rows import RowForm, RowsForm
from reports.periods.template_sets import PARTS

DEPTHS = [(depth, f"Cấp {depth}") for depth in range(1, DEEPEST + 1)]

NO_YEAR = f"Ghi một năm từ {FIRST_YEAR} đến {LAST_YEAR}."
YEAR_FAULTS = dict.fromkeys(("required", "invalid", "min_value", "max_value"), NO_YEAR)
BELOW = {"hướng dẫn": "guidance", "lời có sẵn": "starting_text", "mục thu": "collects"}


class SetHeadForm(FaultsMixin, forms.ModelForm):
    """What a set is called, beside the version of it that was read."""

    use_required_attribute = False
    version = forms.IntegerField(
        label="", widget=forms.HiddenInput, required=False, error_messages={"invalid": STALE}
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["version"].initial = self.instance.version


class OutlineForm(SetHeadForm):
    class Meta:
        model = Outline
        formfield_callback = cleaned_formfield
        fields = PARTS[Outline].head
        error_messages = {"name": {"required": "Đặt tên cho đề cương."}, "from_year": YEAR_FAULTS}
        help_texts = {
            "for_province": "Sở Tư pháp bắt đầu báo cáo của tỉnh từ đề cương này; kỳ báo cáo của đơn vị không dùng."
        }
        widgets = {"from_year": forms.TextInput({"inputmode": "numeric"})}

    helper = laid_out("version", in_a_row(name=6, from_year=3, numbering=3), "for_province")


class SectionForm(RowForm):
    filled = ("heading", *BELOW.values())

    depth = forms.TypedChoiceField(label="Cấp", coerce=int, choices=DEPTHS)

    class Meta(RowForm.Meta):
        model = OutlineSection
        fields = PARTS[Outline].row
        error_messages = {"heading": {"required": "Ghi tiêu đề, hoặc đánh dấu bỏ mục này."}}
        widgets = {
            "heading": forms.Textarea({"rows": 1}),
            "guidance": forms.Textarea({"rows": 2}),
            "starting_text": forms.Textarea({"rows": 2}),
            "collects": forms.Textarea({"rows": 2}),
        }

    @property
    def below(self):
        """Return what is written in the fields that are folded away."""
        written = [name for name, field in BELOW.items() if str(self[field].value() or "").strip()]
        return f"có {', '.join(written)}" if written else "chưa ghi"

    @property
    def has_faults_below(self):
        return self.is_bound and any(field in self.errors for field in BELOW.values())


class SectionRows(RowsForm):
    form_class = SectionForm
    noun = "mục"
    named_by = "heading"
    numbering = Numbering.LETTERS

    def follow(self, head):
        """Number the headings as the head's form says, sent or not."""
        typed = head["numbering"].value()
        self.numbering = Numbering(typed) if typed in NumberingScheme.values else Numbering.LETTERS

    def check(self):
        """Refuse a heading that is deeper than one below the heading before it."""
        before = 0
        for form in self.to_save:
            depth = form.cleaned_data.get("depth") if form.is_valid() or "depth" not in form.errors else None
            if depth and depth > before + 1:
                form.add_error("depth", self._too_deep(depth, before))
            before = depth or before

    def _too_deep(self, depth, before):
        if not before:
            return f"Mục đầu tiên phải ở cấp 1, không phải cấp {depth}."
        above = f"cấp {before + 1}"
        return f"Cấp {depth} đứng ngay sau cấp {before}. Chọn {above}, hoặc thêm một mục {above} ở trên."

    def numbers(self, forms):
        return labels_of((self._depth(form) for form in forms), self.numbering)

    def _depth(self, form):
        typed = str(form["depth"].value() or "")
        return int(typed) if typed in {str(depth) for depth, _ in DEPTHS} else 1

    def begin(self, above):
        return {"depth": above.get("depth") or 1, "is_required": True}
