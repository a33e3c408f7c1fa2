"""The stamp of a draft as outlines, so that it is not text that is copied or read aloud.

The PDF and the drawing on a screen write the same curves, each in its own notation, and need no font.
"""

from __future__ import annotations

import re
from math import cos, radians, sin

from reports.document import layout
from reports.document.page import Page

DRAFT = "DỰ THẢO"
# DRAFT in Liberation Serif Bold as an SVG path in units of the font, with the origin in its middle and y upwards.
OUTLINES = (
    "M-3779 -13 C-3779 181 -3814 323 -3885 413 C-3956 503 -4071 548 -4230 548 L-4304 548 L-4304 -569 "
    "C-4240 -574 -4182 -577 -4130 -577 C-4043 -577 -3975 -558 -3924 -521 C-3874 -483 -3837 -425 -3814 "
    "-345 C-3791 -266 -3779 -155 -3779 -13 Z M-4153 658 C-3912 658 -3734 604 -3620 495 C-3504 386 -3447 "
    "219 -3447 -5 C-3447 -235 -3502 -406 -3612 -518 C-3722 -630 -3888 -687 -4111 -687 L-4560 -683 L-4790 "
    "-683 L-4790 -610 L-4618 -583 L-4618 559 L-4790 585 L-4790 658 Z M-1735 623 C-1735 539 -1764 465 "
    "-1823 401 C-1882 337 -1964 290 -2071 260 L-2071 -222 C-2071 -376 -2116 -495 -2205 -578 C-2294 -660 "
    "-2422 -702 -2588 -702 C-2767 -702 -2905 -660 -3000 -576 C-3096 -492 -3144 -372 -3144 -214 L-3144 559 "
    "L-3296 585 L-3296 658 L-2657 658 L-2657 585 L-2829 559 L-2829 -228 C-2829 -335 -2802 -417 -2748 -475 "
    "C-2693 -532 -2614 -561 -2509 -561 C-2409 -561 -2332 -533 -2277 -477 C-2222 -421 -2195 -338 -2195 "
    "-230 L-2195 559 L-2375 585 L-2375 658 L-2071 658 L-2071 359 C-2009 380 -1964 403 -1936 428 C-1909 "
    "454 -1895 479 -1895 504 C-1895 516 -1900 527 -1910 536 C-1919 546 -1937 557 -1962 571 C-2007 595 "
    "-2030 630 -2030 674 C-2030 712 -2017 742 -1992 765 C-1967 789 -1934 800 -1894 800 C-1847 800 -1808 "
    "784 -1779 751 C-1750 718 -1735 675 -1735 623 Z M-2762 -931 C-2762 -887 -2747 -851 -2716 -822 C-2686 "
    "-792 -2650 -778 -2608 -778 C-2565 -778 -2529 -792 -2500 -822 C-2470 -852 -2455 -888 -2455 -931 "
    "C-2455 -973 -2470 -1009 -2499 -1039 C-2528 -1069 -2565 -1085 -2608 -1085 C-2651 -1085 -2687 -1070 "
    "-2717 -1040 C-2747 -1010 -2762 -974 -2762 -931 Z M-895 -683 L-895 -610 L-682 -583 L-682 552 L-733 "
    "552 C-886 552 -993 546 -1055 532 L-1082 283 L-1173 283 L-1173 658 L130 658 L130 283 L38 283 L11 532 "
    "C-44 544 -154 550 -317 550 L-366 550 L-366 -583 L-153 -610 L-153 -683 Z M196 -683 L196 -609 L368 "
    "-583 L368 558 L196 585 L196 658 L855 658 L855 585 L683 558 L683 62 L1231 62 L1231 558 L1059 585 "
    "L1059 658 L1720 658 L1720 585 L1547 558 L1547 -583 L1720 -609 L1720 -683 L1059 -683 L1059 -609 L1231 "
    "-583 L1231 -48 L683 -48 L683 -583 L855 -609 L855 -683 Z M2182 -610 L2182 -683 L1774 -683 L1774 -610 "
    "L1874 -583 L2351 669 L2641 669 L3116 -583 L3218 -610 L3218 -683 L2621 -683 L2621 -610 L2776 -583 "
    "L2648 -236 L2133 -236 L2010 -583 Z M2395 467 L2174 -126 L2610 -126 Z M2346 1037 C2396 1055 2450 1063 "
    "2509 1063 C2572 1063 2622 1052 2660 1030 C2696 1008 2715 977 2715 937 C2715 864 2657 822 2540 812 "
    "L2530 770 L2438 770 L2427 872 L2463 878 C2492 883 2513 890 2524 898 C2535 907 2541 919 2541 935 "
    "C2541 965 2520 980 2478 980 C2434 980 2396 975 2363 965 Z M3665 -11 C3665 -223 3694 -375 3752 -466 "
    "C3811 -557 3903 -603 4030 -603 C4156 -603 4248 -557 4306 -466 C4365 -374 4394 -223 4394 -11 C4394 "
    "201 4365 351 4306 439 C4248 528 4156 572 4030 572 C3903 572 3811 528 3752 439 C3694 351 3665 201 "
    "3665 -11 Z M3333 -11 C3333 445 3565 673 4030 673 C4259 673 4433 616 4550 500 C4667 384 4726 214 4726 "
    "-11 C4726 -238 4667 -410 4548 -527 C4429 -644 4257 -703 4030 -703 C3804 -703 3631 -644 3512 -528 "
    "C3393 -411 3333 -239 3333 -11 Z"
)
UNITS = 2048  # of the font, in the size of a letter
# The PDF operators for move, line, curve and end of an outline (ISO 32000-1, 8.5.2).
PDF_WORDS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


def svg_transform(page: Page) -> str:
    """Return the `transform` that puts the outlines across a page, in points from its upper left corner."""
    along, across = _slanted()
    numbers = (along, -across, -across, -along, page.width.pt / 2, page.height.pt / 2)
    return f"matrix({_numbers(numbers)})"


def pdf_operators(page: Page) -> bytes:
    """Return the stamp as the content of a PDF page, marked as an artifact for screen readers."""
    along, across = _slanted()
    red, green, blue = (int(layout.STAMP_COLOR[place : place + 2], 16) / 255 for place in (0, 2, 4))
    drawn = re.sub(r"([MLCZ])([-\d ]*)", lambda part: f"{part[2].strip()} {PDF_WORDS[part[1]]}\n", OUTLINES)
    return (
        "/Artifact <</Type /Pagination /Subtype /Watermark>> BDC q\n"
        f"{red:.3f} {green:.3f} {blue:.3f} rg\n"
        f"{_numbers((along, across, -across, along, page.width.pt / 2, page.height.pt / 2))} cm\n"
        f"{drawn}f Q EMC"
    ).encode()


def _slanted() -> tuple[float, float]:
    """Return the horizontal and the vertical length of a unit along the slope, in points."""
    unit, slope = layout.STAMP_SIZE.pt / UNITS, radians(layout.STAMP_SLOPE)
    return unit * cos(slope), unit * sin(slope)


def _numbers(numbers: tuple[float, ...]) -> str:
    return " ".join(f"{number:.6g}" for number in numbers)
