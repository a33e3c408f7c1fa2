"""Copies of a signed PDF with other bytes: {kind: function of a Random that returns the copy}.

The forger has a key and a certificate of their own, with any name in it, so that what they change they can sign again.
"""

import re
from functools import partial

from tests.lib.signing import cms

RANGE = re.compile(rb"/ByteRange \[([^]]*)\] *")


def gap(pdf):
    """Return where the last signature stands, with its marks < and >."""
    return [*re.finditer(rb"<[0-9A-Fa-f]{1000,}>", pdf)][-1].span()


def with_range(pdf, numbers):
    """Return the PDF with other numbers in the range of its last signature, no byte longer or shorter."""
    known = [*RANGE.finditer(pdf)][-1]
    other = (b"/ByteRange [%b]" % numbers).ljust(known.end() - known.start())
    return pdf[: known.start()] + other + pdf[known.end() :]


def with_contents(pdf, content):
    """Return the PDF with other bytes as its last signature, filled up with zeros."""
    start, end = gap(pdf)
    return (
        pdf[: start + 1]
        + content.hex().encode().ljust(end - start - 2, b"0")[: end - start - 2]
        + pdf[end - 1 :]
    )


def signed_bytes(pdf):
    """Return the bytes that the range of the last signature names, as far as there are any."""
    numbers = [max(int(number), 0) for number in [*RANGE.finditer(pdf)][-1][1].split()]
    pairs = zip(numbers[::2], numbers[1::2], strict=False)
    return b"".join(pdf[first : first + length] for first, length in pairs)


def resigned(pdf, **how):
    """Return the PDF with a valid signature of the bytes that its range names."""
    return with_contents(pdf, cms(signed_bytes(pdf), **how))


# Bytes


def flipped(random, pdf, first, last):
    place = random.randrange(first, last)
    return pdf[:place] + bytes([pdf[place] ^ 1 << random.randrange(8)]) + pdf[place + 1 :]


def cut(random, pdf):
    return pdf[: random.randrange(len(pdf) // 2, len(pdf) - 10)]


def taken_out(random, pdf):
    place = random.randrange(len(pdf))
    return pdf[:place] + pdf[place + random.randrange(1, 200) :]


def put_in(random, pdf, piece=None):
    place = random.randrange(len(pdf))
    return pdf[:place] + (piece or random.randbytes(random.randrange(1, 50))) + pdf[place:]


def byte_kinds(earlier, signed):
    start, end = gap(signed)
    parts = {
        "of the earlier PDF": (0, len(earlier)),
        "before the signature": (len(earlier), start),
        "of the signature": (start, start + 2000),
        "of the zeros behind it": (end - 500, end - 1),
        "after the signature": (end, len(signed)),
    }
    tails = {
        "a second end": b"%%EOF\n",
        "another table": b"startxref\n9\n%%EOF\n",
        "words": b"x" * 99,
        "spaces": b"\n\n",
    }
    return {
        **{f"a bit {name}": lambda r, part=part: flipped(r, signed, *part) for name, part in parts.items()},
        "the end cut off": lambda r: cut(r, signed),
        "bytes taken out": lambda r: taken_out(r, signed),
        "bytes put in": lambda r: put_in(r, signed),
        "an end put in": lambda r: put_in(r, signed, b"\n%%EOF\n"),
        "bytes before": lambda r: r.randbytes(r.randrange(1, 900)) + signed,
        "lines before": lambda r: b"\n" * r.randrange(1, 9) + signed,
        **{f"{name} behind": lambda r, tail=tail: signed + tail for name, tail in tails.items()},
        "the earlier PDF behind": lambda r: signed + earlier,
        "itself behind": lambda r: signed + signed,
    }


# The range and the signature


def range_kinds(signed):
    (start, end), size = gap(signed), len(signed)
    numbers = {
        "shorter": lambda r: (0, start, end, size - end - r.randrange(1, size - end)),
        "of the beginning only": lambda r: (0, start, end, 0),
        "from a later beginning": lambda r: (r.randrange(1, start), start, end, size - end),
        "overlapping": lambda r: (0, start + r.randrange(1, 99), end - r.randrange(1, 99), size - end),
        "with a hole elsewhere": lambda r: (
            0,
            (place := r.randrange(9, start)),
            place + 99,
            size - place - 99,
        ),
        "with a larger hole": lambda r: (0, start - r.randrange(1, start), end, size - end),
        "moved": lambda r: (0, start - (by := r.randrange(1, 99)), end - by, size - end + by),
        "beyond the end": lambda r: (0, start, end, size),
        "huge": lambda r: (0, start, end, 10 ** r.randrange(12, 20)),
        "negative": lambda r: (0, start, end, -r.randrange(1, 999)),
        "backwards": lambda r: (end, size - end, 0, start),
        "of nothing": lambda r: (0, 0, 0, 0),
        "of two numbers": lambda r: (0, size),
        "of six numbers": lambda r: (0, 9, 9, start - 9, end, size - end),
    }
    words = {
        "no numbers": b"/A /B /C /D",
        "empty": b"",
        "with halves": b"0.5 %d %d %d" % (start, end, size - end),
        "of lists": b"[0] [1] [2] [3]",
        "null": b"null null null null",
    }

    def with_numbers(random, made):
        return with_range(signed, b" ".join(b"%d" % number for number in made(random)))

    return {
        **{f"a range {name}": partial(with_numbers, made=made) for name, made in numbers.items()},
        **{
            f"a range {name}, signed again": lambda r, made=made: resigned(with_numbers(r, made))
            for name, made in numbers.items()
        },
        **{f"a range {name}": lambda r, word=word: with_range(signed, word) for name, word in words.items()},
    }


def content_kinds(signed, other):
    content = bytes.fromhex(signed[slice(*gap(signed))][1:-1].decode())
    start, end = gap(signed)
    return {
        "no signature": lambda r: with_contents(signed, b""),
        "a signature of nothing": lambda r: signed[:start] + b"<>" + signed[end:],
        "random bytes as the signature": lambda r: with_contents(signed, r.randbytes(2000)),
        "the signature cut off": lambda r: with_contents(signed, content[: r.randrange(1, 900)]),
        "the signature filled up": lambda r: with_contents(signed, content.rstrip(b"\0") + r.randbytes(99)),
        "the signature of another document": lambda r: with_contents(
            signed, bytes.fromhex(other[slice(*gap(other))][1:-1].decode())
        ),
        "a signature of other bytes": lambda r: with_contents(signed, cms(r.randbytes(99))),
        "a signature in words": lambda r: (
            signed[:start] + b"(" + b"x" * (end - start - 2) + b")" + signed[end:]
        ),
        "a signature by MD5": lambda r: resigned(signed, algorithm="md5"),
        "a signature by SHA-1": lambda r: resigned(signed, algorithm="sha1"),
        "a signature that names another algorithm": lambda r: with_contents(
            signed,
            cms(signed_bytes(signed)).replace(
                b"\x86\x48\x01\x65\x03\x04\x02\x01", b"\x86\x48\x01\x65\x03\x04\x02\x03"
            ),
        ),
        "the certificate of somebody else": lambda r: with_contents(
            signed, cms(signed_bytes(signed)).replace("Trần Thị Ký".encode(), "Trần Thị Kỳ".encode())
        ),
    }
