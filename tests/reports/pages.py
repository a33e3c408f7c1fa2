"""What stands in the fields of a report's pages."""

from lxml import html


def field_of(page, name):
    """Return what a field holds, as a browser would send it."""
    found = html.fromstring(page.content.decode()).xpath(f"//*[@name='{name}']")[0]
    # A line break that opens a text area is no part of it.
    return (found.value or "").removeprefix("\r\n").removeprefix("\n")
