"""Where the machine has ClamAV, it is asked about each file; the program here answers as clamdscan(1) describes."""

import pytest

from accounts.attaching.checking import INFECTED, NOT_SCANNED, FileRefused, check_file
from pbgdpl.lib import virus_scan
from pbgdpl.lib.virus_scan import PROGRAM, Verdict, scan
from tests.accounts.attaching import uploads

SCANNER = """#!/bin/sh
# Reads the file from its standard input; a word in it is taken for a signature.
[ "$3" = "-" ] || exit 2
if grep -q INFECTED; then echo "stream: Test FOUND"; exit 1; fi
"""
DOWN = "#!/bin/sh\nexit 2\n"


@pytest.fixture
def installed(tmp_path, settings):
    """Return a function that puts the program on this machine."""

    def install(script):
        program = tmp_path / PROGRAM
        program.write_text(script)
        program.chmod(0o755)
        settings.SCANNER_PATH = f"{tmp_path}:/usr/bin:/bin"
        return settings.SCANNER_PATH

    return install


def test_the_bytes_are_asked_about(installed):
    path = installed(SCANNER)
    assert (scan(b"a", path), scan(b"INFECTED", path)) == (Verdict.CLEAN, Verdict.INFECTED)


def test_a_service_that_does_not_answer_says_nothing(installed, tmp_path):
    assert (scan(b"a", installed(DOWN)), scan(b"a", str(tmp_path / "none"))) == (
        Verdict.UNKNOWN,
        Verdict.UNKNOWN,
    )


def test_an_infected_file_is_refused(installed):
    installed(SCANNER)
    infected = uploads.archive({"word/media/a.bin": b"", "word/media/INFECTED.bin": b""}, uploads.word())
    assert check_file("a.docx", uploads.word()).name == "a.docx"
    with pytest.raises(FileRefused, match=INFECTED):
        check_file("a.docx", infected)


def test_a_file_is_not_taken_while_the_scan_is_down_unless_it_is_switched_off(installed, settings):
    installed(DOWN)
    with pytest.raises(FileRefused, match=NOT_SCANNED):
        check_file("a.docx", uploads.word())
    settings.SCANS_FOR_VIRUSES = False
    assert check_file("a.docx", uploads.word()).name == "a.docx"


def test_without_the_program_files_are_taken_as_before(tmp_path, settings):
    settings.SCANNER_PATH = str(tmp_path)
    assert (virus_scan.is_available(settings.SCANNER_PATH), check_file("a.docx", uploads.word()).name) == (
        False,
        "a.docx",
    )
