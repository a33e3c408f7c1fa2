"""Template tags for what a form has tens of: choices to link, and suggested values.

Their HTML stands here and not in templates: a loop of a template takes twenty times as long.
"""

from django import template

from pbgdpl.lib.markup import joined, markup

register = template.Library()

CHOICE = """<div class="form-check">
  <input class="form-check-input" type="checkbox" name="{name}" value="{pk}" id="{id}_{pk}"{checked}>
  <label class="form-check-label" for="{id}_{pk}">{label}</label>
</div>
"""


@register.simple_tag
def link_choices(field, choices, is_chosen):
    """Return the check boxes of a field for links, of choices as (pk, label)."""
    named = {"name": field.html_name, "id": field.auto_id, "checked": " checked" if is_chosen else ""}
    return joined(markup(CHOICE, **named, pk=str(pk), label=label) for pk, label in choices)


@register.filter
def as_options(values):
    """Return the options of a <datalist>."""
    return joined(markup('<option value="{}"></option>', str(value)) for value in values)
