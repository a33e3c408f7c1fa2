"""The programs that open our Word files: what each of them reads, of all files in one start where it can."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from re import sub

import docx
from docx.table import Table

from tests.readers.sdk import FOLDER

Texts = list[str]  # what was read of each file, in the order of the files
PREVIEW = Path(__file__).with_name("docx_preview.mjs")


@dataclass(frozen=True)
class Program:
    name: str
    read: Callable[[Sequence[Path], Path], Texts]  # the files, and a folder for what it writes
    missing: Callable[[], bool]
    way: str  # how to get it
    shows_foot: bool = True


def libreoffice(files: Sequence[Path], folder: Path) -> Texts:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
        "--outdir",
        str(folder),
    ]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=300)
    return [(folder / f"{file.stem}.txt").read_text(encoding="utf-8-sig") for file in files]


def onlyoffice(files: Sequence[Path], folder: Path) -> Texts:
    """Return its plain texts, without the marks that it puts around the cells of tables."""
    import docbuilder

    builder = docbuilder.CDocBuilder()
    written = [folder / f"{file.stem}.onlyoffice.txt" for file in files]
    for file, text in zip(files, written, strict=True):
        builder.OpenFile(str(file), "")
        builder.SaveFile("txt", str(text))
        builder.CloseFile()
    return [sub(r"\|(?=\S)|(?<=\S)\|", " ", text.read_text(encoding="utf-8-sig")) for text in written]


def docx_preview(files: Sequence[Path], folder: Path) -> Texts:
    script = shutil.copy(PREVIEW, FOLDER)  # Node looks for packages beside the script
    done = subprocess.run(
        ["node", script, *map(str, files)], check=True, capture_output=True, text=True, timeout=300
    )
    return json.loads(done.stdout)


def abiword(files: Sequence[Path], folder: Path) -> Texts:
    return [
        _output_file(["abiword", "--to=txt", "-o"], file, folder / f"{file.stem}.abiword.txt")
        for file in files
    ]


def _output_file(command: list[str], file: Path, text: Path) -> str:
    subprocess.run([*command, str(text), str(file)], check=True, capture_output=True, timeout=300)
    return text.read_text(encoding="utf-8")


def pandoc(files: Sequence[Path], folder: Path) -> Texts:
    return [
        _words_of_html(_output(["pandoc", "-f", "docx", "-t", "html", "--wrap=none", str(file)]))
        for file in files
    ]


def _output(command: list[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=300).stdout


def mammoth(files: Sequence[Path], folder: Path) -> Texts:
    from mammoth import convert_to_html

    return [_words_of_html(convert_to_html(BytesIO(file.read_bytes())).value) for file in files]


def _words_of_html(page: str) -> str:
    """Return the text of a page: what stands in two blocks is two words, what stands in two spans may be one."""
    return unescape(sub(r"<[^>]*>", "", sub(r"</?(p|td|th|li|h\d|br|div)\b[^>]*>", " ", page)))


def docx2python(files: Sequence[Path], folder: Path) -> Texts:
    from docx2python import docx2python as opened

    texts = []
    for file in files:
        with opened(file) as content:
            texts.append(content.text)
    return texts


def python_docx(files: Sequence[Path], folder: Path) -> Texts:
    return [_python_docx(docx.Document(str(file))) for file in files]


def _python_docx(word) -> str:
    feet = (section.first_page_footer for section in word.sections[:1])
    return "\n".join(text for part in (word, *feet) for text in _paragraphs(part))


def _paragraphs(container) -> Iterator[str]:
    for item in container.iter_inner_content():
        if isinstance(item, Table):
            yield from (text for row in item.rows for cell in row.cells for text in _paragraphs(cell))
        else:
            yield item.text


def _no_command(name: str) -> Callable[[], bool]:
    return lambda: shutil.which(name) is None


def _no_module(name: str) -> Callable[[], bool]:
    return lambda: find_spec(name) is None


PIP = "script/readers cài bằng pip"
PROGRAMS = (
    Program(
        "LibreOffice",
        libreoffice,
        _no_command("soffice"),
        "apt-get install libreoffice-writer",
        shows_foot=False,
    ),
    Program("ONLYOFFICE", onlyoffice, _no_module("docbuilder"), PIP, shows_foot=False),
    Program(
        "docx-preview",
        docx_preview,
        lambda: shutil.which("node") is None or not (FOLDER / "node_modules" / "docx-preview").exists(),
        "cần Node.js; script/readers cài gói bằng npm",
    ),
    Program("AbiWord", abiword, _no_command("abiword"), "apt-get install abiword", shows_foot=False),
    Program("mammoth", mammoth, _no_module("mammoth"), PIP, shows_foot=False),
    Program(
        "pandoc",
        pandoc,
        _no_command("pandoc"),
        "apt-get install pandoc",
        shows_foot=False,
    ),
    Program("docx2python", docx2python, _no_module("docx2python"), PIP),
    Program("python-docx", python_docx, _no_module("docx"), PIP),
)
