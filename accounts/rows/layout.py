"""How entry pages lay out their fields: rows of columns, the page's own template around them."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row


def in_a_row(**widths):
    """Return fields side by side, each so many twelfths wide; one below the other on a phone."""
    return Row(*(Column(name, css_class=f"col-md-{width}") for name, width in widths.items()))


def laid_out(*parts):
    """Return the helper that draws these parts of a form, and nothing around them."""
    helper = FormHelper()
    helper.template = "accounts/rows/_form_fields.html"
    helper.layout = Layout(*parts)
    return helper
