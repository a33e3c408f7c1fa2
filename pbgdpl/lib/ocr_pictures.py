"""Opens scans for `ocr`, in a process apart: counts the pages of a PDF, makes a picture ready to be read."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO

from PIL import Image, ImageFilter, ImageOps
from pypdf import PdfReader

from pbgdpl.lib.ocr import LONGEST_SIDE

BLUR = 0.5  # pixels, against the grain of a scan; more makes ổ an ố
MOST_PIXELS = 120_000_000  # of a picture as it was sent


def page_count(data: bytes) -> str:
    """Return the number of pages of a PDF."""
    return str(len(PdfReader(BytesIO(data), strict=False).pages))


def picture(data: bytes) -> str:
    """Return a picture ready to be read, as PNG in base 64: grey, turned as the camera noted, without grain.

    To be called by `apart`, whose memory bounds what opens it; the number of its pixels is looked at before.
    """
    Image.MAX_IMAGE_PIXELS = None  # our own bound
    image: Image.Image = Image.open(BytesIO(data), formats=["PNG", "JPEG", "PPM"])
    if image.width * image.height > MOST_PIXELS:
        raise ValueError
    image.draft("L", (LONGEST_SIDE, LONGEST_SIDE))
    image = ImageOps.exif_transpose(_grey(image))
    # One of few pixels is enlarged: Tesseract wants letters of some thirty pixels.
    scale = LONGEST_SIDE / max(image.size)
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    drawn = BytesIO()
    image = image.resize(size, Image.Resampling.LANCZOS).filter(ImageFilter.GaussianBlur(BLUR))
    image.save(drawn, "PNG", compress_level=1)
    return b64encode(drawn.getvalue()).decode()


def _grey(image: Image.Image) -> Image.Image:
    """Return the image in 256 shades of grey, white where it is transparent."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda shade: shade / 256).convert("L")
    if "A" in image.getbands() or "transparency" in image.info:
        image = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
    return image.convert("L")
