"""A person at the keyboard, who leaves the mouse alone."""

import pytest


class Keys:
    """Presses keys and counts them."""

    def __init__(self, page):
        self.page, self.pressed = page, 0

    def press(self, *keys):
        """Press keys one after the other, once the page is there; "Control+s" are two."""
        self.page.wait_for_load_state()
        for key in keys:
            self.page.keyboard.press(key)
            self.pressed += len(key.split("+"))

    def type(self, text):
        self.page.keyboard.type(text)
        self.pressed += len(text)

    def reach(self, wanted, most=60):
        """Step by Tab until the focus is on what a selector finds."""
        for _ in range(most):
            self.press("Tab")
            if self.page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
                return
        pytest.fail(f"Không tới được {wanted} bằng phím Tab.")
