"""Template tags for the lists of rows."""

from django import template

from pbgdpl.lib.markup import joined, markup

register = template.Library()


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
