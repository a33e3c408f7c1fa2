"""The check that the machine can print in the decree's type, on machines with other fonts."""

from pathlib import Path

import pytest

from reports.document.fonts import missing_font

SENTENCE = (
    "Máy chưa có phông Times New Roman đủ chữ tiếng Việt, cũng chưa có Liberation Serif hoặc Tinos để thay: "
    "hãy cài gói fonts-liberation2."
)


def test_this_machine_has_the_type():
    assert missing_font() is None


def test_a_machine_without_fonts_is_told_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setenv("FONTCONFIG_FILE", str(font_list(tmp_path)))
    assert missing_font() == SENTENCE


def test_a_machine_with_other_fonts_is_told_too(monkeypatch, tmp_path):
    others = sorted(Path("/usr/share/fonts").rglob("DejaVu*.ttf"))
    if not others:
        pytest.skip("this machine has no DejaVu fonts")
    for font in others:
        (tmp_path / font.name).symlink_to(font)
    monkeypatch.setenv("FONTCONFIG_FILE", str(font_list(tmp_path)))
    assert missing_font() == SENTENCE


def test_a_machine_without_fontconfig_is_told_too(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert missing_font() == SENTENCE


def test_a_fontconfig_that_fails_is_not_believed(monkeypatch, tmp_path):
    broken = tmp_path / "fc-match"
    broken.write_text("#!/bin/sh\necho Tinos\nexit 1\n", encoding="utf-8")
    broken.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert missing_font() == SENTENCE


def font_list(directory: Path) -> Path:
    """Return a configuration that knows the fonts of one directory alone."""
    file = directory / "fonts.conf"
    file.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{directory}</dir><cachedir>{directory}/cache</cachedir></fontconfig>",
        encoding="utf-8",
    )
    return file
