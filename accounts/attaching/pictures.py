"""What a picture must be to be kept: a photograph of a paper, whole, of a size that can be opened."""

from __future__ import annotations

from io import BytesIO
from zipfile import is_zipfile

from PIL import Image, UnidentifiedImageError

BROKEN = "Không mở được ảnh này: tệp hỏng hoặc không phải ảnh {kind}. Chụp hoặc lưu lại rồi chọn lại."
TOO_LARGE = "Ảnh này có quá nhiều điểm ảnh. Lưu lại với kích thước nhỏ hơn rồi chọn lại."
TWO_IN_ONE = "Tệp này là ảnh ghép với một tệp khác. Chụp hoặc lưu lại rồi chọn lại."
MOST_PIXELS = 120_000_000
END_OF_PNG = b"IEND\xaeB`\x82"
NOT_AN_IMAGE = (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError)


def why_no_png(data: bytes) -> str:
    """Return the sentence that refuses the file, "" where there is nothing against it."""
    return _why_not(data, "PNG") if data.endswith(END_OF_PNG) else BROKEN.format(kind="PNG")


def why_no_jpeg(data: bytes) -> str:
    """Return the sentence that refuses the file, "" where there is nothing against it."""
    return _why_not(data, "JPEG")


def _why_not(data: bytes, kind: str) -> str:
    if is_zipfile(BytesIO(data)):
        return TWO_IN_ONE
    Image.MAX_IMAGE_PIXELS = None  # our own bound has a sentence
    try:
        image = Image.open(BytesIO(data), formats=[kind])
        if image.width * image.height > MOST_PIXELS:
            return TOO_LARGE
        _look_through(image)
    except NOT_AN_IMAGE:
        return BROKEN.format(kind=kind)
    return ""


def _look_through(image: Image.Image) -> None:
    """Read the picture to its end: a PNG has sums to check, a JPEG is decoded at an eighth of its size."""
    if image.format == "PNG":
        image.verify()
    else:
        image.draft("L", (image.width // 8, image.height // 8))
        image.load()
