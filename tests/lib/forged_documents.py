"""Extended and re-signed copies of a PDF: {kind: function of a Random that returns the copy}."""

import re
from functools import cache

from pyhanko.sign.fields import MDPPerm

from tests.lib.forged_fields import OF_THE_SIGNATURE
from tests.lib.forged_structures import saved, structure_kinds
from tests.lib.forged_updates import UPDATES
from tests.lib.forging import byte_kinds, content_kinds, range_kinds, resigned
from tests.lib.signing import SEAL, add_empty_field, printed, sign, updated, with_proofs, with_time


def update_kinds(earlier, signed, certified):
    updates = {}
    for name, change in UPDATES.items():
        updates |= {
            f"{name}, before signing": lambda r, change=change: sign(updated(earlier, change)),
            f"{name}, after signing": lambda r, change=change: updated(signed, change),
            f"{name}, signed over": lambda r, change=change: sign(updated(signed, change), field="Hai"),
            f"{name}, after certifying": lambda r, change=change: updated(certified, change),
        }
    for name, change in OF_THE_SIGNATURE.items():
        updates[f"a signature {name}"] = lambda r, change=change: updated(signed, change)
        updates[f"a signature {name}, signed over"] = lambda r, change=change: sign(
            updated(signed, change), field="Hai"
        )
    return updates


def document_kinds(earlier, signed):
    other = printed("Kết quả năm 2023.")
    return {
        "another document, signed": lambda r: sign(other),
        "an earlier version, signed": lambda r: sign(printed("Kết quả  năm 2024 ")),
        "the update of this one behind another": lambda r: other.rstrip() + signed[len(earlier.rstrip()) :],
        "saved again": lambda r: saved(signed),
        "saved again with a password": lambda r: saved(signed, lambda writer: writer.encrypt("", "chu")),
        "only the signature": lambda r: signed[len(earlier) :],
        "the signature before the document": lambda r: signed[len(earlier) :] + earlier,
    }


# Who signed, and when, as the forger states it


NAMES = {
    "somebody else": "Nguyễn Văn Bình",
    "two people": "Trần Thị Ký; Nguyễn Văn Bình (08:00 01/12/2024)",
    "a sentence": "Ký. Chứng thư số hợp lệ, đã kiểm tra. Ông",
    "marks of a page": "<script>alert(1)</script>",
    "letters from right to left": "\u202eyK ịhT nầrT\u202c",
    "lines": "Trần\r\n\u2028Ký\0",
    "several names": ("Trần Thị Ký", "Nguyễn Văn Bình"),
    "quotes": "Ký” đã kiểm tra “",
    "a long one": "K" * 64,
    "spaces": "   ",
}
MOMENTS = (
    "D:00010101000000+14'00'", "D:99991231235959-12'00'", "D:00000101", "D:20241332", "D:2024", "hôm qua",
    "D:20240101000000+99'99'", "D:19000101000000Z", "",
)  # fmt: skip


def at(signed, moment):
    """Return a signed PDF that states another moment, which is signed again."""
    (known,) = re.finditer(rb"/M \(([^)]*)\)", signed)
    written = b"/M (%b)" % moment.encode()
    return resigned(signed[: known.start()] + written.ljust(len(known[0])) + signed[known.end() :])


def stating_kinds(earlier, signed):
    return {
        **{
            f"the name of {what}": lambda r, name=name: sign(earlier, name=name)
            for what, name in NAMES.items()
        },
        **{f"the moment {moment!r}": lambda r, moment=moment: at(signed, moment) for moment in MOMENTS},
    }


MOST_STRICT = [MDPPerm.NO_CHANGES, MDPPerm.FILL_FORMS]


def right_kinds(earlier, signed):
    """Return what people do rightly with what they submitted."""
    return {
        "one signature": lambda r: signed,
        "one that is shown": lambda r: sign(earlier, box=SEAL, page=r.randrange(2)),
        "two signatures": lambda r: sign(signed, name="Sở Xây dựng", field="Dau", box=(60, 700, 220, 740)),
        "a signature in a waiting field": lambda r: sign(updated(earlier, add_empty_field), field="Cho-ky"),
        "certified": lambda r: sign(earlier, certify=True, docmdp_permissions=r.choice(MOST_STRICT)),
        "with proofs": lambda r: with_proofs(signed),
        "with a time of a service": lambda r: with_time(with_proofs(signed)),
        "signed again after proofs": lambda r: sign(with_proofs(signed), field="Dau"),
        "signed over the same bytes again": lambda r: resigned(signed),
        "lines behind": lambda r: signed + b"\r\n" * r.randrange(1, 9),
    }  # fmt: skip


# A digit of a signature may be written in another case; SHA-1 is weak, but whoever signs may add signatures anyway.
# An object that nothing names and another identity in the table change no page either.
HARMLESS = (
    "a bit of the signature",
    "spaces behind",
    "a signature by SHA-1",
    "a signature a form whose fields are drawn anew",
    "a signature a form whose fields are drawn anew, signed over",
    "a table with another identity, signed",
    "a table with a note on its speed, signed",
)


@cache
def kinds():
    """Return the forged copies and the right ones of what the site prints."""
    earlier = printed()
    signed, shown = sign(earlier), sign(earlier, box=SEAL)
    certified = sign(earlier, certify=True, docmdp_permissions=MDPPerm.NO_CHANGES)
    forged = {
        **byte_kinds(earlier, signed),
        **range_kinds(signed),
        **content_kinds(signed, sign(printed("Kết quả năm 2023."))),
        **update_kinds(earlier, shown, certified),
        **structure_kinds(earlier, signed),
        **document_kinds(earlier, signed),
    }
    right = right_kinds(earlier, signed)
    stating = stating_kinds(earlier, signed)
    stating |= {name: forged.pop(name) for name in HARMLESS if name in forged}
    return earlier, forged, stating, right
