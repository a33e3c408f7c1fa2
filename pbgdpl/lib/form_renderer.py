"""The renderer of forms: writes the frequent widgets itself, as Django's templates do, which take ten times as long."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.template import Context
from django.template.base import render_value_in_context
from django.template.defaultfilters import stringformat
from django.utils.safestring import SafeData

WIDGETS = "django/forms/widgets"
# The widgets whose templates only include that of all inputs.
INPUTS = ("text", "number", "email", "password", "hidden", "date", "checkbox")
CONTEXT = Context()

Widget = Mapping[str, Any]  # what the template of a widget knows as `widget`


class FormRenderer(DjangoTemplates):
    """Django's renderer with the same HTML, character for character; what is rare is left to the templates."""

    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> str:
        if write := WRITERS.get(template_name):
            return write(context["widget"])
        rendered: str = super().render(template_name, context, request=request)
        return rendered


def write_input(widget: Widget) -> str:
    value = "" if widget["value"] is None else f' value="{_as_text(widget["value"])}"'
    return (
        f'<input type="{_shown(widget["type"])}" name="{_shown(widget["name"])}"{value}{_attributes(widget)}>'
    )


def write_textarea(widget: Widget) -> str:
    text = _shown(widget["value"]) if widget["value"] else ""
    return f'<textarea name="{_shown(widget["name"])}"{_attributes(widget)}>\n{text}</textarea>'


def write_select(widget: Widget) -> str:
    groups = "".join(_group(name, options) for name, options, _ in widget["optgroups"])
    return f'<select name="{_shown(widget["name"])}"{_attributes(widget)}>{groups}\n</select>'


def _group(name: Any, options: list[Widget]) -> str:
    written = "".join(f"\n  {_option(option)}\n" for option in options)
    return f'\n  <optgroup label="{_shown(name)}">{written}\n  </optgroup>' if name else written


def _option(option: Widget) -> str:
    value = _as_text(option["value"])
    return f'<option value="{value}"{_attributes(option)}>{_shown(option["label"])}</option>'


def _attributes(widget: Widget) -> str:
    return "".join(
        f" {_shown(name)}" if value is True else f' {_shown(name)}="{_as_text(value)}"'
        for name, value in widget["attrs"].items()
        if value is not False
    )


def _as_text(value: Any) -> str:
    """Return a value as templates write {{ value|stringformat:'s' }}."""
    return str(value) if isinstance(value, SafeData) else html.escape(stringformat(value, "s"))


def _shown(value: Any) -> str:
    """Return a value as templates write {{ value }}."""
    return html.escape(value) if type(value) is str else str(render_value_in_context(value, CONTEXT))


WRITERS: dict[str, Callable[[Widget], str]] = {
    **{f"{WIDGETS}/{name}.html": write_input for name in INPUTS},
    f"{WIDGETS}/textarea.html": write_textarea,
    f"{WIDGETS}/select.html": write_select,
}
