"""Somebody who does a round of work at a browser, in each of the ways in which our people work."""

import re
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.hands import KeysAlone, Pointer
from tests.browser.page_faults import objections

# How the people of a round work: their window, their hands, whether their browsers run JavaScript.
WAYS = {
    "desktop": (DESKTOP, Pointer, {}),
    "phone": (PHONE, Pointer, {}),
    "keys": (DESKTOP, KeysAlone, {}),
    "no JavaScript": (DESKTOP, Pointer, {"java_script_enabled": False}),
}


class Person:
    """Somebody at a browser of their own."""

    def __init__(self, page, hands, *, is_checked):
        self.page, self.hands, self.is_checked = page, hands(page), is_checked

    def goes_to(self, address):
        self.page.goto(address)

    def presses(self, role, name):
        self.hands.press(self.page.get_by_role(role, name=name, exact=True).first)

    def fills(self, label, text):
        self.hands.fill(self.field(label), text)

    def chooses(self, label, option):
        self.hands.choose(self.field(label), option)

    def field(self, label):
        """Return the field of a label; where it must be filled in, an asterisk follows."""
        return self.page.get_by_label(re.compile(rf"^\s*{label}\s*\*?\s*$"))

    def fetches(self, name):
        """Return a file's name and what is in it."""
        with self.page.expect_download() as coming:
            self.hands.press(self.page.get_by_role("link", name=name).first)  # its size may follow
        return coming.value.suggested_filename, Path(coming.value.path()).read_bytes()

    def sees(self, text):
        expect(self.page.get_by_text(text).first).to_be_visible()

    def is_at(self, heading):
        """Check that this is the page of the heading, and that it has no faults."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(heading)
        if self.is_checked:
            found = objections(self.page)
            assert found == [], found
