"""What the site's renderer writes of a widget is what Django's templates write, character for character."""

import datetime
from decimal import Decimal

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.functional import lazystr
from django.utils.safestring import mark_safe

from pbgdpl.lib.form_renderer import WRITERS, FormRenderer

HOSTILE = [
    "",
    "Kế hoạch “139/KH-SXD” & <b>hộ tịch</b>",
    "\"'><script>alert(1)</script>",
    "\nMột\r\nHai\n\n",
    "{{ settings.SECRET_KEY }} {% now 'Y' %} %s %(x)s &amp; &#39;",
    "\x00\u202e\u200b\ufeff",
    "</textarea></select>",
    mark_safe("<i>đã an toàn</i>"),
    lazystr("<b>chậm</b>"),
    0,
    1234567,
    Decimal("1234.50"),
    True,
    False,
    None,
    ("a", "<b>"),
    datetime.date(2024, 1, 16),
]
CHOICES = [
    ("", "---------"),
    ("a", "Một <1>"),
    (2, 'Hai "2"'),
    ("Nhóm <3>", [("b", "Ba"), (4, 1234.5)]),
    (True, None),
]
WIDGETS = [
    *(forms.TextInput, forms.NumberInput, forms.EmailInput, forms.PasswordInput, forms.HiddenInput),
    *(forms.DateInput, forms.Textarea, forms.CheckboxInput),
    *(lambda attrs, kind=kind: kind(attrs, choices=CHOICES) for kind in (forms.Select, forms.SelectMultiple)),
    lambda attrs: forms.NullBooleanSelect(attrs),
    lambda attrs: forms.PasswordInput(attrs, render_value=True),
    # Left to Django.
    lambda attrs: forms.CheckboxSelectMultiple(attrs, choices=CHOICES),
    lambda attrs: forms.RadioSelect(attrs, choices=CHOICES),
    *(forms.FileInput, forms.SplitDateTimeWidget, forms.MultipleHiddenInput),
]


def both(widget, name, value, attrs):
    """Return a widget as the site's renderer and as Django's templates write it."""
    return [widget.render(name, value, attrs, renderer=one) for one in (FormRenderer(), DjangoTemplates())]


def values_of(widget):
    """Return the values that people could send or rows could have, as the widget takes them."""
    if isinstance(widget, forms.FileInput | forms.SplitDateTimeWidget):
        return [None]
    takes_many = getattr(widget, "allow_multiple_selected", False) or isinstance(
        widget, forms.MultipleHiddenInput
    )
    return [[value] for value in HOSTILE] if takes_many else HOSTILE


@pytest.mark.parametrize("make", WIDGETS)
def test_every_value_is_written_as_django_writes_it(make):
    widget = make({"class": "form-control"})
    for value in values_of(widget):
        ours, djangos = both(widget, "subject", value, {"id": "id_subject"})
        assert ours == djangos


@pytest.mark.parametrize("make", WIDGETS)
def test_every_attribute_and_name_is_written_as_django_writes_it(make):
    for text in HOSTILE:
        widget = make({"title": text, "autofocus": True, "hidden": False, str(text) or "data-x": "1"})
        ours, djangos = both(widget, f"a-{text}", values_of(widget)[0], {"aria-describedby": text})
        assert ours == djangos


@pytest.mark.parametrize("value", ["a", "2", 2, "b", "4", ["a", "b"], "không có"])
def test_the_choice_of_a_person_is_selected_as_django_selects_it(value):
    for kind in (forms.Select, forms.SelectMultiple):
        ours, djangos = both(kind(choices=CHOICES), "kind", value, {})
        assert ours == djangos


def test_a_widget_within_a_localized_field_shows_numbers_and_dates_as_people_write_them():
    for widget in (forms.NumberInput(), forms.TextInput(), forms.DateInput()):
        widget.is_localized = True
        for value in (1234.5, datetime.date(2024, 1, 16)):
            ours, djangos = both(widget, "amount", value, {})
            assert ours == djangos


def test_every_widget_that_is_written_here_is_among_those_compared():
    assert WRITERS.keys() - {make({}).template_name for make in WIDGETS} == set()
