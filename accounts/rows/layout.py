"""How entry pages lay out their fields: rows of columns, the page's own template around them."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Div, Layout, Row


def in_a_row(**widths):
    """Return a layout row of fields with their widths in twelfths; on a phone they stack."""
    return Row(*(Column(name, css_class=f"col-md-{width}") for name, width in widths.items()))


def for_kinds(kinds, *parts):
    """Return a part of the layout that JavaScript hides unless one of these kinds is chosen or a field is filled in."""
    return Div(*parts, data_kinds=" ".join(kinds))


def laid_out(*parts):
    """Return the crispy helper that renders these parts of a form without a form tag."""
    helper = FormHelper()
    helper.template = "accounts/rows/_form_fields.html"
    helper.field_template = "accounts/rows/_field.html"
    helper.layout = Layout(*parts)
    return helper
