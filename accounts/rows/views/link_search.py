"""The search of a form's fields for links where there is no JavaScript: the form comes again with the rows found."""

from accounts.rows.link_choices import FINDING, SEARCH

ENTER = "enter"  # the name of the form's first button, which Enter presses


def is_finding(sent):
    """Return whether a search was sent: by its button, or by Enter with words in it."""
    return FINDING in sent or (ENTER in sent and any(sent[name] for name in sent if name.startswith(SEARCH)))


def as_typed(view, form):
    """Return a form of the view with the values typed into another one, without error messages."""
    values = {name: form[name].value() for name in form.fields}
    typed = {name: "" if value is None else value for name, value in values.items()}  # None: it was not sent
    shown = form.__class__(**view.get_form_kwargs() | {"data": None, "files": None, "initial": typed})
    shown.searches = view.request.POST
    return shown
