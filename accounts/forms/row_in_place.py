"""The form of a row within its list: the fields that people mistype, and no others."""

from functools import cache

from accounts.rows.editing import NO_LINKS
from accounts.rows.forms import EntryForm

FORM_ID = "sua"
HIDDEN = ("version", "base")


class InPlaceForm(EntryForm):
    """Limits the form of a row's page to the fields of `in_place`; the values of all others stay as they are.

    The row's own wording is among them only where it has one: the report prints it instead of the other fields.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id=f"{FORM_ID}-%s", **kwargs)
        names = [name for name in self.in_place if name != "wording" or self.instance.wording]
        for name in self.fields.keys() - {*HIDDEN, *names}:
            del self.fields[name]
        self.order_fields(names)
        for name, field in self.fields.items():
            field.help_text = ""
            field.widget.attrs |= {"form": FORM_ID} | ({} if name in HIDDEN else {"class": "form-control"})
            field.widget.attrs.pop("list", None)

    def _add_links(self):
        """Add no fields for links, which are edited on the row's own page."""

    @property
    def links(self):
        return NO_LINKS

    @property
    def division(self):
        return self.instance.division or self.by.division

    def focus(self):
        """Set autofocus on the first invalid field, or on the longest text."""
        names = [name for name in self.fields if name not in HIDDEN]
        longest = max(names, key=lambda name: len(str(self[name].value() or "")))
        faulty = next((name for name in names if name in self.errors), longest)
        self.fields[faulty].widget.attrs["autofocus"] = True


@cache
def in_place_form(form_class):
    """Return the class of the form within the list for the form class of a row's page."""
    return type(f"{form_class.__name__}InPlace", (InPlaceForm, form_class), {})
