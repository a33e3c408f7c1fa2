"""Template tags for the lists of rows."""

from django import template

from accounts.templatetags.screen import icon
from pbgdpl.lib.markup import joined, markup

register = template.Library()

PRINTED_LINE = """<li><a class="printed-text" href="{url}{pk}/">{text}</a> \
<a class="wording" href="{url}{pk}/sua/#id_wording" title="Sửa lời in của dòng này">{icon}\
<span class="visually-hidden">Sửa lời in: {name}</span></a></li>
"""


@register.simple_tag
def options(choices, chosen):
    """Return the options of a select field, each of a value and its words: a template takes several times as long."""
    return joined(
        markup('<option value="{}"{}>{}</option>', value, " selected" if value == chosen else "", words)
        for value, words in choices
    )


@register.simple_tag
def suggestions(texts):
    """Return the options of a field with suggestions."""
    return joined(markup('<option value="{}"></option>', text) for text in texts)


@register.simple_tag
def printed_lines(lines, rows_url):
    """Return the items of a list of printed lines, each with links to its row, whose list has the address."""
    common = {"url": rows_url, "icon": icon("edit")}
    return joined(
        markup(PRINTED_LINE, **common, pk=str(line.row.pk), text=line.text, name=line.row.short_name)
        for line in lines
    )


@register.inclusion_tag("accounts/rows/_head.html", takes_context=True)
def column_head(context, sort, words, css_class=""):
    """Render the head of a column as a link that sorts the list, except while rows are moved by hand."""
    is_sorting = not context["is_ordering"]
    return {
        "head": context["listing"].head(sort) if is_sorting else None,
        "words": words,
        "css_class": css_class,
        "path": context["request"].path,
    }
