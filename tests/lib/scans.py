"""Scans of papers, made up: printed words as a picture with grain, a little askew, as PDF or photograph."""

import random
from io import BytesIO
from subprocess import run

import pytest
from PIL import Image, ImageChops, ImageFilter
from weasyprint import HTML

from pbgdpl.lib import ocr

needs_ocr = pytest.mark.skipif(
    not ocr.is_available(), reason="Máy này không có Tesseract tiếng Việt: chạy script/setup --ocr"
)


def drawn(pdf, *, dots=200):
    """Return the first page of a PDF as a picture."""
    command = ["pdftoppm", "-r", str(dots), "-f", "1", "-l", "1", "-gray", "-png", "-"]
    return Image.open(BytesIO(run(command, input=pdf, capture_output=True, check=True).stdout)).convert("L")


def grained(image, *, seed=1, grain=12, askew=0.6):
    """Return a picture as a scanner gives it: grey, askew by up to so many degrees, with grain."""
    chance = random.Random(seed)
    angle = chance.uniform(-askew, askew)
    turned = image.rotate(angle, fillcolor=255, resample=Image.Resampling.BICUBIC)
    noise = Image.frombytes("L", turned.size, chance.randbytes(turned.width * turned.height))
    noise = noise.point(lambda shade: 128 + (shade - 128) * grain / 128)
    return ImageChops.add(turned, noise, offset=-128).filter(ImageFilter.GaussianBlur(0.6))


def saved(image, kind="PDF", **options):
    data = BytesIO()
    image.save(data, kind, **({"resolution": 200, "quality": 60} if kind == "PDF" else {}) | options)
    return data.getvalue()


def page(*lines, style="font: 14pt 'Liberation Serif'"):
    """Return lines as a picture of a page."""
    words = "".join(f"<p>{line}</p>" for line in lines)
    return drawn(HTML(string=f"<style>@page {{size: A4}} body {{{style}}}</style>{words}").write_pdf())
