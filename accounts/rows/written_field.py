"""Writes a field as bootstrap5/field.html of crispy renders it, which asks forty questions of each.

The HTML stands here and not in a template because a form has up to eighteen fields: in templates they cost more than
everything else on its page together.
"""

from django import forms
from django.forms.boundfield import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

RARE = (forms.FileInput, forms.MultiWidget)


def write_field(field: BoundField) -> SafeString | None:
    """Return the HTML of a valid bound field with its label and help; None of a rare one, which is left to crispy."""
    widget = field.field.widget
    if field.is_hidden:
        return field.as_widget()
    if field.use_fieldset or isinstance(widget, RARE) or field.errors:
        return None
    if isinstance(widget, forms.CheckboxInput):
        return _checkbox(field)
    return format_html(
        '<div id="div_{}" class="mb-3">{}{}{}</div>',
        field.auto_id,
        _label(field, "form-label") if field.label else "",
        _control(field, "form-select" if isinstance(widget, forms.Select) else "form-control"),
        _help(field),
    )


def _checkbox(field: BoundField) -> SafeString:
    return format_html(
        '<div class="mb-3"><div id="div_{}" class="form-check">{}{}{}</div></div>',
        field.auto_id,
        _control(field, "form-check-input"),
        _label(field, "form-check-label"),
        _help(field),
    )


def _label(field: BoundField, css_class: str) -> SafeString:
    star = SafeString()
    if field.field.required:
        css_class, star = f"{css_class} requiredField", mark_safe('<span class="asteriskField">*</span>')
    return format_html(
        '<label for="{}" class="{}">{}{}</label>', field.id_for_label, css_class, field.label, star
    )


def _control(field: BoundField, css_class: str) -> SafeString:
    """Return the widget with these classes and the one that crispy names after its kind."""
    attrs = field.field.widget.attrs
    classes = attrs.get("class", "").split()
    kind = type(field.field.widget).__name__.lower()
    attrs["class"] = " ".join(dict.fromkeys([*classes, kind, *css_class.split()]))
    return field.as_widget()


def _help(field: BoundField) -> SafeString:
    if not field.help_text:
        return SafeString()
    text = mark_safe(field.help_text)  # noqa: S308 (written in the forms, names in it are escaped there)
    return format_html('<div id="{}_helptext" class="form-text">{}</div>', field.auto_id, text)
