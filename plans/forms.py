"""The forms of documents (kind, number, date, issuing body, subject, in the order of the paper) and of policies."""

from django import forms
from django.utils.html import escape

from accounts.rows.fields import CleanedField, WrittenDateField
from accounts.rows.forms import EntryForm, ValuesForm
from accounts.rows.grid.forms import GridForm
from accounts.rows.layout import in_a_row
from accounts.rows.suggestions import most_frequent
from pbgdpl.lib.vietnamese import fold
from plans.kinds import DocumentKind, PolicyKind
from plans.models import Directive, Plan, Policy
from plans.reading.citation.kind_names import read_kind
from plans.symbols import completed, own_symbol, symbol_of_another

VALUES = ("number", "issued_on", "issuing_body", "subject", "wording")
ENTRY = (*VALUES, "reporting_year", "division", "in_report")
POLICY_VALUES = ("kind", "name", "lead_body", "due_on", "wording")
AHEAD = {DocumentKind.PLAN, DocumentKind.PROGRAMME}
MOST_KINDS = 10


class KindField(CleanedField):
    """The name of a document's kind: "Kế hoạch", "Văn bản", "Chương trình hành động"."""

    def clean(self, value):
        """Return the kind, and its name as written or an empty text if it is the kind's own name."""
        text = super().clean(value)
        if (kind := read_kind(text)) is None:
            raise forms.ValidationError(
                f"Không nhận ra loại văn bản “{text}”. Chọn một loại trong danh sách gợi ý."
            )
        return kind


class DocumentValuesForm(ValuesForm):
    dated_field = "issued_on"

    kind_text = KindField(
        label="Loại văn bản", max_length=100, error_messages={"required": "Chưa ghi loại văn bản."}
    )
    issued_on = WrittenDateField(label="Ngày ban hành", required=False)

    field_order = ("kind_text", *VALUES)

    class Meta(ValuesForm.Meta):
        fields = VALUES
        widgets = {"subject": forms.Textarea({"rows": 2}), "wording": forms.Textarea({"rows": 2})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind_text"].initial = self.instance.kind_text

    @property
    def is_for_next_year(self):
        return self.instance.kind in AHEAD

    def clean(self):
        super().clean()
        if kind := self.cleaned_data.get("kind_text"):
            self.instance.kind, self.instance.kind_as_written = kind
        self._complete_number()
        required = ("number", "subject", "wording")
        if not any(name in self.errors or self.current(name) for name in required):
            self.add_error(
                "subject" if "subject" in self.fields else "number",
                "Ghi trích yếu, hoặc số, ký hiệu của văn bản.",
            )
        return self.cleaned_data

    def _complete_number(self):
        """Add the symbol to a number of digits alone, unless it is stored like that."""
        number = self.cleaned_data.get("number")
        if not number or (not self.is_new and number == self.instance.number):
            return
        symbol = self.symbol(self.instance.kind, self.current("issuing_body"), self.division)
        if len(whole := completed(number, symbol)) <= self.fields["number"].max_length:
            self.cleaned_data["number"] = whole

    def symbol(self, kind, body, division):
        """Return the symbol of a document's number, or an empty text if it is not known."""
        raise NotImplementedError


class DirectiveValuesForm(DocumentValuesForm):
    class Meta(DocumentValuesForm.Meta):
        model = Directive

    def symbol(self, kind, body, division):
        return symbol_of_another(kind, body)


class PlanValuesForm(DocumentValuesForm):
    class Meta(DocumentValuesForm.Meta):
        model = Plan

    def symbol(self, kind, body, division):
        organisation = self.by.organisation
        if body and fold(body) != fold(organisation.name):
            return symbol_of_another(kind, body)
        return own_symbol(kind, organisation, division)


class DirectiveGridForm(GridForm, DirectiveValuesForm):
    columns = ("number", "issued_on", "division")
    wanted = ("number", "issued_on")

    class Meta(DirectiveValuesForm.Meta):
        fields = (*VALUES, "division")


class PlanGridForm(GridForm, PlanValuesForm):
    columns, wanted = DirectiveGridForm.columns, DirectiveGridForm.wanted

    class Meta(PlanValuesForm.Meta):
        fields = (*VALUES, "division")


class DocumentForm(EntryForm):
    carried_over = "kind_text"
    left_empty = ("number", "issued_on")
    in_place = ("number", "issued_on", "subject", "wording")
    suggested = ("kind_text", "issuing_body")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["issued_on"].widget.attrs["inputmode"] = "numeric"
        self.fields["number"].help_text = escape(self.number_help)
        self.fields["issued_on"].help_text = "Như 16/01/2024 hoặc 16012024."
        self.fields["subject"].help_text = "Như in sau số và ngày: “về phổ biến Luật Đất đai”."

    @property
    def number_help(self):
        """Return a sentence with the symbol that will be added to digits, for the current kind and body."""
        kind = read_kind(str(self._current("kind_text")))
        symbol = self.symbol(kind[0], str(self._current("issuing_body")), self.division) if kind else ""
        return f"Chỉ gõ số cũng được: 139 thành 139{symbol}." if symbol else "Ghi đủ số và ký hiệu."

    def _current(self, name):
        return (
            self.data.get(name, "")
            if self.is_bound
            else self.get_initial_for_field(self.fields[name], name) or ""
        )

    def suggest(self, name):
        """Return the kinds that the organisation uses, the most frequent first, and then all others."""
        if name != "kind_text":
            return super().suggest(name)
        used = most_frequent(self._meta.model, "kind, kind_as_written", self.by.organisation, MOST_KINDS)
        names = [as_written or DocumentKind(kind).label for kind, as_written in used]
        return list(dict.fromkeys([*names, *DocumentKind.labels]))


class DirectiveForm(DocumentForm, DirectiveValuesForm):
    in_place = ("number", "issued_on", "issuing_body", "subject", "wording")
    main = (in_a_row(kind_text=3, number=5, issued_on=4), "issuing_body", "subject")

    class Meta(DirectiveValuesForm.Meta):
        fields = ENTRY


class PlanForm(DocumentForm, PlanValuesForm):
    main = (in_a_row(kind_text=3, number=5, issued_on=4), "subject")
    more = ("issuing_body", *EntryForm.more)

    class Meta(PlanValuesForm.Meta):
        fields = ENTRY

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["issuing_body"].help_text = "Để trống nếu là văn bản của đơn vị."


class PolicyValuesForm(ValuesForm):
    dated_field = "due_on"

    due_on = WrittenDateField(label="Truyền thông trước ngày", required=False)

    field_order = POLICY_VALUES

    class Meta(ValuesForm.Meta):
        model = Policy
        fields = POLICY_VALUES
        widgets = {"name": forms.Textarea({"rows": 2}), "wording": forms.Textarea({"rows": 2})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(kind.value, kind.in_short) for kind in PolicyKind]

    def clean(self):
        super().clean()
        if not any(name in self.errors or self.current(name) for name in ("name", "wording")):
            self.add_error("name", "Ghi tên chính sách, dự thảo.")
        return self.cleaned_data


class PolicyGridForm(GridForm, PolicyValuesForm):
    columns = ("lead_body", "due_on", "division")
    wanted = ("lead_body", "due_on")

    class Meta(PolicyValuesForm.Meta):
        fields = (*POLICY_VALUES, "division")


class PolicyForm(EntryForm, PolicyValuesForm):
    carried_over = "kind"
    left_empty = ("due_on",)
    in_place = ("lead_body", "due_on", "name", "wording")
    suggested = ("lead_body",)
    main = (in_a_row(kind=3, name=9), in_a_row(lead_body=8, due_on=4))

    class Meta(PolicyValuesForm.Meta):
        fields = (*POLICY_VALUES, "reporting_year", "division", "in_report")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["due_on"].widget.attrs["inputmode"] = "numeric"
        self.fields["due_on"].help_text = "Như 30/6/2024 hoặc 30062024."
        self.fields["lead_body"].help_text = "Cơ quan soạn thảo, như Sở Xây dựng."
        self.fields["name"].help_text = "Như “Dự thảo Nghị quyết quy định …” hoặc “Chính sách hỗ trợ …”."
