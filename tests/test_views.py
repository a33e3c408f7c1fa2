"""The house rules about views: a page is read in one file, without climbing through its classes."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

PACKAGES = {"accounts", "events", "pbgdpl", "plans", "reports"}
MOST_ANCESTORS = 4


def view_classes(resolver: URLResolver | URLPattern) -> Iterator[type]:
    """Yield the classes of our own views below an address."""
    for below in getattr(resolver, "url_patterns", ()):
        yield from view_classes(below)
    view = getattr(getattr(resolver, "callback", None), "view_class", None)
    if view and is_own(view):
        yield view


def is_own(kind: type) -> bool:
    return kind.__module__.split(".")[0] in PACKAGES


def ancestors(view: type) -> list[str]:
    """Return the names of the classes of ours that a view is made of, itself left out."""
    return [kind.__name__ for kind in view.__mro__[1:] if is_own(kind)]


def test_a_view_has_at_most_four_ancestors_of_ours():
    views = {f"{view.__module__}.{view.__name__}": ancestors(view) for view in view_classes(get_resolver())}
    assert len(views) > 50
    assert {name: above for name, above in views.items() if len(above) > MOST_ANCESTORS} == {}


def test_a_view_of_many_ancestors_is_seen():
    kinds = [object]
    for name in "abcdef":
        kinds.append(type(name, (kinds[-1],), {"__module__": "reports.views"}))
    assert ancestors(kinds[-1]) == ["e", "d", "c", "b", "a"]
    assert ancestors(dict) == []
