"""A field of an entry form is written as crispy's own template renders it; what a page needs is asked for once."""

from datetime import date
from itertools import product

import pytest
from django import forms
from django.db import connection
from django.template import Context
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from lxml import html

from accounts.rows.layout import for_kinds, in_a_row, laid_out
from accounts.rows.link_choices import MOST_OFFERED
from accounts.rows.written_field import write_field
from events.forms import EventForm
from plans.forms import DirectiveForm, PlanForm
from plans.models import Directive
from tests.factories import make_directive, make_division, make_event, make_plan, make_report

# How crispy calls the template of a field.
AS_CRISPY = {"form_show_labels": True, "form_show_errors": True, "error_text_inline": True}
HOSTILE = "“<b>” & \"'><script>"


class OddForm(forms.Form):
    """Fields with odd labels, help and values, required and not, hidden, and of rare kinds."""

    use_required_attribute = False

    words = forms.CharField(
        label=HOSTILE, help_text="Viết <b>đủ</b>.", widget=forms.TextInput({"class": "wide x"})
    )
    unlabelled = forms.CharField(label="", required=False)
    prose = forms.CharField(label="Lời", widget=forms.Textarea({"title": HOSTILE}), required=False)
    kind = forms.ChoiceField(label="Loại", choices=[("", HOSTILE), ("Nhóm", [("a", "A"), ("b", "B")])])
    several = forms.MultipleChoiceField(label="Nhiều", choices=[("a", "A"), ("b", "B")], required=False)
    is_sure = forms.BooleanField(label=HOSTILE, help_text="Đánh dấu.")
    is_free = forms.BooleanField(label="Tùy", required=False)
    key = forms.CharField(widget=forms.HiddenInput)
    boxes = forms.MultipleChoiceField(
        choices=[("a", "A")], widget=forms.CheckboxSelectMultiple, required=False
    )
    sheet = forms.FileField(required=False)


def tree(text):
    """Return the elements of a piece of HTML with their attributes and words, but for white space."""
    root = html.fragment_fromstring(text, create_parent="div")
    return [
        (one.tag, {name: " ".join(value.split()) for name, value in one.attrib.items()}, part.split())
        for one in root.iter()
        for part in [f"{one.text or ''} {one.tail or ''}"]
    ]


def both(field):
    """Return a field as it is written, and as crispy's template renders it."""
    return tree(write_field(field)), tree(
        render_to_string("bootstrap5/field.html", {"field": field, **AS_CRISPY})
    )


@pytest.mark.parametrize("form_class", [DirectiveForm, PlanForm, EventForm])
def test_every_field_of_an_entry_form_is_written_as_crispy_renders_it(an, department, form_class):
    make_division(department)
    form = form_class(by=an, year=2024, initial={"subject": HOSTILE, "name": HOSTILE, "wording": HOSTILE})
    written = [both(form[name]) for name in form.fields if write_field(form[name]) is not None]
    assert [ours for ours, _ in written] == [crispys for _, crispys in written]
    assert len(written) == len(form.fields) - len(form._meta.model.link_labels)


@pytest.mark.parametrize("values", [{}, {"words": HOSTILE, "kind": "b", "several": ["a"], "is_sure": True}])
def test_odd_fields_are_written_as_crispy_renders_them(values):
    form = OddForm(initial=values)
    for name in ("words", "unlabelled", "prose", "kind", "several", "is_sure", "is_free", "key"):
        ours, crispys = both(form[name])
        assert ours == crispys


def test_rare_fields_and_those_with_errors_are_left_to_crispy():
    form = OddForm({"kind": "x"})
    assert [name for name in form.fields if write_field(form[name]) is None] == [
        *("words", "kind", "is_sure", "boxes", "sheet"),
    ]


def test_a_layout_writes_rows_of_fields_and_leaves_their_errors_to_the_template():
    form = OddForm({"kind": "x", "is_sure": "on", "key": "1"})
    helper = laid_out(in_a_row(words=6, prose=6), for_kinds(["a"], in_a_row(several=4)), "is_sure")
    page = html.fragment_fromstring(helper.render_layout(form, Context(AS_CRISPY)), create_parent="div")
    assert [
        one.get("class") for one in page.xpath("//div[contains(@class, 'row') or contains(@class, 'col-')]")
    ] == [
        *("row", "col-md-6", "col-md-6", "row", "col-md-4"),
    ]
    assert page.xpath("//*[@data-kinds='a']//select/@name") == ["several"]
    assert page.xpath("//*[@id='div_id_words']//p/strong/text()") == ["Trường này là bắt buộc."]


def test_the_rows_entered_last_are_offered_in_the_order_of_the_report(an, department):
    days = (None, date(2024, 5, 1), date(2024, 1, 16))
    for position, day in product((2, 0, 1), days):
        make_directive(department, position=position, issued_on=day)
    ordered = list(Directive.objects.of(department).in_order())
    field = PlanForm(by=an, year=2024).fields["directives"]
    assert field.found("", without=set()) == ordered
    assert field.found("", without={ordered[2].pk, ordered[5].pk}) == [
        *ordered[:2],
        *ordered[3:5],
        *ordered[6:],
    ]


def test_the_first_row_of_one_too_many_stands_last_and_is_not_offered(an, department):
    rows = [
        make_directive(department, position=MOST_OFFERED + 1 - place) for place in range(MOST_OFFERED + 1)
    ]
    assert PlanForm(by=an, year=2024).fields["directives"].found("", without=set()) == [
        *reversed(rows[1:]),
        rows[0],
    ]


@pytest.mark.parametrize("page", ["ke-hoach", "van-ban-chi-dao", "hoat-dong", "bao-cao"])
def test_no_page_of_a_form_asks_the_database_for_the_same_twice(client, binh, department, page):
    division = make_division(department)
    plan, event = make_plan(department, division=division), make_event(department, division=division)
    directive = make_directive(department, division=division)
    plan.directives.add(directive)
    event.plans.add(plan)
    section = make_report(department).sections.first()
    rows = {"ke-hoach": plan, "hoat-dong": event, "van-ban-chi-dao": directive}
    addresses = [f"/{page}/2024/them/", f"/{page}/2024/{rows[page].pk}/sua/"] if page in rows else []
    client.force_login(binh)
    for address in addresses or [f"/bao-cao/2024/muc/{section.pk}/"]:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        statements = [one["sql"] for one in asked]
        assert sorted(set(statements)) == sorted(statements)
