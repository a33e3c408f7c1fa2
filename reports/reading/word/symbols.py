"""What stands in a Word run that is neither a plain text nor a character of its own: symbols, equations, ruby."""

from __future__ import annotations

from pbgdpl.lib.office.xml import Element, attribute, child, local

BULLET = "• "
# Of the fonts Symbol and Wingdings, the characters that stand in texts and tables.
SYMBOL = dict(
    zip(
        map(ord, "abgdDmpWSlqsf"),
        "αβγδΔμπΩΣλθσφ",
        strict=True,
    )
) | {0xA3: "≤", 0xA5: "∞", 0xAC: "←", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB8: "÷"}
SYMBOL |= {0xB9: "≠", 0xBB: "≈", 0xD6: "√", 0xDE: "⇒", 0xE5: "Σ", 0x2D: "-"}
WINGDINGS = {
    0x6F: "☐",
    0xA8: "☐",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
    0xDF: "←",
    0xE0: "→",
    0xF0: "⇒",
}
WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐"}
FONTS = {"symbol": SYMBOL, "wingdings": WINGDINGS, "wingdings 2": WINGDINGS_2}
LONGEST_CODE = 6  # hexadecimal digits


def symbol(element: Element) -> str:
    """Return the character of `w:sym`; a bullet for one that these fonts do not have."""
    code = attribute(element, "char")
    try:
        value = int(code[:LONGEST_CODE], 16)
    except ValueError:
        return BULLET
    if 0xF000 <= value <= 0xF0FF:
        return FONTS.get(attribute(element, "font").lower(), {}).get(value - 0xF000, BULLET)
    return chr(value) if chr(value).isprintable() and value < 0xE000 else BULLET


def equation(element: Element) -> str:
    """Return an equation on one line: "(a+b)/2", "x^2", "√(x)"."""
    match local(element):
        case "t":
            return element.text or ""
        case "f":
            return f"{_part(element, 'num')}/{_part(element, 'den')}"
        case "sSup":
            return f"{_part(element, 'e')}^{_part(element, 'sup')}"
        case "sSub":
            return f"{_part(element, 'e')}_{_part(element, 'sub')}"
        case "sSubSup":
            return f"{_part(element, 'e')}_{_part(element, 'sub')}^{_part(element, 'sup')}"
        case "rad":
            return f"√({_inside(child(element, 'e'))})"
        case "d":
            properties = child(element, "dPr")
            begin, end = child(properties, "begChr"), child(properties, "endChr")
            left, right = (
                default if one is None else attribute(one, "val")
                for one, default in ((begin, "("), (end, ")"))
            )
            return f"{left}{';'.join(_inside(one) for one in element if local(one) == 'e')}{right}"
        case "nary":
            sign = attribute(child(element, "naryPr", "chr"), "val") or "∫"
            return f"{sign}{_part(element, 'sub')}^{_part(element, 'sup')} {_inside(child(element, 'e'))}"
        case name if name.endswith("Pr"):
            return ""
        case _:
            return _inside(element)


def _inside(element: Element | None) -> str:
    return "".join(map(equation, element)) if element is not None else ""


def _part(element: Element, name: str) -> str:
    """Return a part of an equation, in brackets where it has more than one term."""
    text = _inside(child(element, name))
    return text if text.isalnum() or len(text) < 2 else f"({text})"
