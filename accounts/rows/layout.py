"""How entry pages lay out their fields: rows of columns, the page's own template around them."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Div, Layout, Row
from crispy_forms.utils import TEMPLATE_PACK, render_field
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from accounts.rows.written_field import write_field


class WrittenMixin:
    """Writes the fields of a part of the layout without a template for each."""

    fields: list

    def get_rendered_fields(self, form, context, template_pack=TEMPLATE_PACK, **kwargs):
        parts = (self._rendered(part, form, context, template_pack, **kwargs) for part in self.fields)
        return mark_safe("".join(parts))  # noqa: S308 (each part is)

    def _rendered(self, part, form, context, template_pack, **kwargs):
        written = write_field(form[part]) if isinstance(part, str) else None
        return written or render_field(part, form, context, template_pack=template_pack, **kwargs)


class WrittenDivMixin(WrittenMixin):
    css_class: str

    def render(self, form, context, template_pack=TEMPLATE_PACK, **kwargs):
        fields = self.get_rendered_fields(form, context, template_pack, **kwargs)
        return format_html('<div class="{}">{}</div>', self.css_class, fields)


class WrittenLayout(WrittenMixin, Layout):
    pass


class WrittenRow(WrittenDivMixin, Row):
    css_class = "row"


class WrittenColumn(WrittenDivMixin, Column):
    pass


def in_a_row(**widths):
    """Return a layout row of fields with their widths in twelfths; on a phone they stack."""
    return WrittenRow(*(WrittenColumn(name, css_class=f"col-md-{width}") for name, width in widths.items()))


def for_kinds(kinds, *parts):
    """Return a part of the layout that JavaScript hides unless one of these kinds is chosen or a field is filled in."""
    return Div(*parts, data_kinds=" ".join(kinds))


def laid_out(*parts):
    """Return the crispy helper that renders these parts of a form without a form tag."""
    helper = FormHelper()
    helper.template = "accounts/rows/_form_fields.html"
    helper.field_template = "accounts/rows/_field.html"
    helper.layout = WrittenLayout(*parts)
    return helper
