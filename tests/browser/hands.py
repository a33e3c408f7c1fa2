"""How a person does things on a page: with a pointer or a finger, or with the keys alone."""

from playwright.sync_api import expect

MOST_STEPS = 250


class Pointer:
    """Clicks, taps and types."""

    def __init__(self, page):
        self.page = page

    def press(self, control):
        control.click()

    def fill(self, field, text):
        field.fill(text)

    def choose(self, field, option):
        field.select_option(option)


class KeysAlone:
    """Steps by Tab to everything, and never touches the mouse."""

    def __init__(self, page):
        self.page = page

    def reach(self, control):
        expect(control).to_be_visible()
        wanted = control.element_handle()
        for _ in range(MOST_STEPS):
            if wanted.evaluate("wanted => document.activeElement === wanted"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Không tới được bằng phím Tab: {control}")

    def press(self, control):
        self.reach(control)
        self.page.keyboard.press("Enter")

    def fill(self, field, text):
        self.reach(field)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.press("Delete")
        self.page.keyboard.insert_text(text)

    def choose(self, field, option):
        self.reach(field)
        self.page.keyboard.press("Home")
        for _ in range(field.locator("option").count()):
            if field.evaluate("field => field.selectedOptions[0].label") == option:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"Không chọn được bằng phím mũi tên: {option}")
