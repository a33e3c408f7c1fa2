"""Turns RTF, ODT and DOC into DOCX by LibreOffice, in a process without network, macros and links, with limits.

LibreOffice runs with a profile of its own, which is removed afterwards; one file at a time in each of our processes.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import BoundedSemaphore

from pbgdpl.lib.office.older_files import OlderFormat, checked, older_format

SECONDS = 45  # on the clock; it usually takes 4
PROCESSOR_SECONDS = 30
MOST_MEMORY = 2 * 2**30  # of addresses; a report takes less than half
MOST_BYTES = 50 * 2**20  # of each file that is written
PLACES = BoundedSemaphore(1)
NO_NETWORK = ("unshare", "--user", "--map-root-user", "--net", "--ipc")
SAVE_AS_DOCX = "hãy mở bằng Word, lưu dạng .docx rồi chọn lại."
NOT_INSTALLED = f"máy chủ chưa cài LibreOffice nên không đọc được tệp .{{ending}}, {SAVE_AS_DOCX}"
NOT_CONVERTED = f"tệp .{{ending}} bị hỏng hoặc có mật khẩu, {SAVE_AS_DOCX}"
NO_TEXT_DOCUMENT = f"tệp không phải là văn bản .rtf, .odt hoặc .doc, {SAVE_AS_DOCX}"
TOO_LONG = f"tệp .{{ending}} quá phức tạp để chuyển sang Word, {SAVE_AS_DOCX}"
SETTINGS = {
    "Common/Security/Scripting": {
        "MacroSecurityLevel": "3",
        "DisableMacrosExecution": "true",
        "BlockUntrustedRefererLinks": "true",
        "DisableActiveContent": "true",
    },
    "Writer/Content/Update": {"Link": "0", "Field": "false", "Chart": "false"},
    "Inet/Settings": {"ooInetProxyType": "2", "ooInetHTTPProxyName": "127.0.0.1", "ooInetHTTPProxyPort": "9"},
    "Common/Save/Document": {"AutoSave": "false"},
}


class ConversionFailed(Exception):
    """The file is not converted; the message is a Vietnamese sentence with the way out."""


def is_available() -> bool:
    """Return whether LibreOffice is installed."""
    return shutil.which("soffice") is not None


def as_docx(data: bytes) -> bytes:
    """Return a text document of another format as DOCX; raise ConversionFailed with the reason where it is not read."""
    form = older_format(data)
    if form is None:
        raise ConversionFailed(NO_TEXT_DOCUMENT)
    data, reason = checked(data, form)
    if reason:
        raise ConversionFailed(reason)
    if not is_available():
        raise ConversionFailed(NOT_INSTALLED.format(ending=form.ending))
    with PLACES, TemporaryDirectory(prefix="chuyen-") as folder:
        return _converted(data, form, Path(folder))


def _converted(data: bytes, form: OlderFormat, folder: Path) -> bytes:
    source, result = folder / f"a.{form.ending}", folder / "out" / "a.docx"
    source.write_bytes(data)
    _write_profile(folder / "profile")
    _run(_command(folder, source, form), folder, form)
    if not result.is_file() or not 0 < result.stat().st_size <= MOST_BYTES:
        raise ConversionFailed(NOT_CONVERTED.format(ending=form.ending))
    return result.read_bytes()


def _command(folder: Path, source: Path, form: OlderFormat) -> list[str]:
    return [
        *(NO_NETWORK if _can_go_without_network() else ()),
        *(
            "prlimit",
            f"--cpu={PROCESSOR_SECONDS}",
            f"--as={MOST_MEMORY}",
            f"--fsize={MOST_BYTES}",
            "--core=0",
        ),
        *("soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}"),
        *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo", "--nofirststartwizard"),
        f"--infilter={form.import_filter}",
        *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), str(source)),
    ]


def _run(command: list[str], folder: Path, form: OlderFormat) -> None:
    """Run the program in a group of its own, which is ended as a whole."""
    # Nothing of our surroundings, where passwords stand.
    surroundings = {"HOME": str(folder), "TMPDIR": str(folder), "PATH": os.defpath, "LANG": "C.UTF-8"}
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=surroundings,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired as problem:
        raise ConversionFailed(TOO_LONG.format(ending=form.ending)) from problem
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):  # all of the group ended by themselves
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _write_profile(profile: Path) -> None:
    """Write the settings that forbid macros, links and the network."""
    items = "".join(
        f'<item oor:path="/org.openoffice.{"Office." if not path.startswith("Inet") else ""}{path}">'
        f'<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, values in SETTINGS.items()
        for name, value in values.items()
    )
    folder = profile / "user"
    folder.mkdir(parents=True)
    (folder / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        f'xmlns:xs="http://www.w3.org/2001/XMLSchema">{items}</oor:items>',
        encoding="utf-8",
    )


@cache
def _can_go_without_network() -> bool:
    """Return whether this machine lets a process have a network of its own, in which there is nothing."""
    try:
        return subprocess.run([*NO_NETWORK, "true"], capture_output=True, timeout=10).returncode == 0
    except (OSError, subprocess.SubprocessError):
        return False
