"""What keeps people out of a page: what axe finds, what sticks out of a phone, what a thumb does not hit."""

from axe_playwright_python.sync_playwright import Axe

DESKTOP_SIZE = {"width": 1366, "height": 768}
PHONE_SIZE = {"width": 390, "height": 844}

# Links in the middle of a text are as high as their line; a box to tick is hit by its label too.
SMALL_TARGETS = """() => {
    const isInText = (target) => target.matches("a") && getComputedStyle(target).display === "inline"
        && target.parentElement.textContent.trim() !== target.textContent.trim();
    const heights = (target) => [target, ...(target.labels ?? [])].map((one) => one.getBoundingClientRect().height);
    return [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")]
        .filter((target) => target.checkVisibility({ visibilityProperty: true }) && !isInText(target))
        .filter((target) => target.getBoundingClientRect().height > 2 && Math.max(...heights(target)) < 43.5)
        .map((target) => `${Math.max(...heights(target))} px: ${target.outerHTML.slice(0, 160)}`);
}"""


def objections(page):
    """Return what is wrong with the page as it stands once everything of it has come."""
    page.wait_for_load_state()
    found = Axe().run(page).response["violations"]
    told = [f"{one['id']} ({one['impact']}): {node['html']}" for one in found for node in one["nodes"]]
    width = page.evaluate("document.scrollingElement.scrollWidth")
    if width > page.viewport_size["width"]:
        told.append(f"rộng {width} px")
    return told + (page.evaluate(SMALL_TARGETS) if page.viewport_size["width"] < 768 else [])


def objections_at_both_widths(page):
    """Return what is wrong with the page on a desktop, then on a phone; it keeps the width it has."""
    usual, told = page.viewport_size, []
    for size in (DESKTOP_SIZE, PHONE_SIZE):
        page.set_viewport_size(size)
        told += [f"{size['width']}: {one}" for one in objections(page)]
    page.set_viewport_size(usual)
    return told
