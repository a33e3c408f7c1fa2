"""Finds what makes a page hard to use: violations that axe reports, overflow on a phone, targets too small to tap."""

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
    """Return the faults of the page once it is loaded; without JavaScript axe would wait for its timers for ever."""
    page.wait_for_load_state()
    found = Axe().run(page).response["violations"]
    faults = [f"{one['id']} ({one['impact']}): {node['html']}" for one in found for node in one["nodes"]]
    width = page.evaluate("document.scrollingElement.scrollWidth")
    if width > page.viewport_size["width"]:
        faults.append(f"rộng {width} px")
    return faults + (page.evaluate(SMALL_TARGETS) if page.viewport_size["width"] < 768 else [])


def objections_at_both_widths(page):
    """Return the faults of the page at the sizes of a desktop and of a phone; its own size is restored."""
    usual, faults = page.viewport_size, []
    for size in (DESKTOP_SIZE, PHONE_SIZE):
        page.set_viewport_size(size)
        faults += [f"{size['width']}: {one}" for one in objections(page)]
    page.set_viewport_size(usual)
    return faults


# An element that has the focus is covered where none of three points of it is the topmost thing there.
COVERED = """() => {
    const target = document.activeElement, box = target.getBoundingClientRect();
    const own = (found) => found
        && (found.contains(target) || target.contains(found) || found.closest("label")?.control === target);
    const points = [box.top + 2, box.top + box.height / 2, box.bottom - 2].filter((y) => y > 0 && y < innerHeight);
    if (target === document.body || target.matches("iframe, .visually-hidden") || box.height < 3) return "";
    return points.some((y) => own(document.elementFromPoint(box.left + Math.min(box.width / 2, 20), y)))
        ? "" : target.outerHTML.slice(0, 160);
}"""


def covered_by_bars(page, steps=60):
    """Return what the Tab key reaches that lies below a bar, in a window of 1366 × 768 at a zoom of 200 %."""
    page.set_viewport_size({"width": 683, "height": 384})
    found = []
    for _ in range(steps):
        page.keyboard.press("Tab")
        found.append(page.evaluate(COVERED))
    return [one for one in found if one]
