"""A hostile upload is answered with a sentence, within 2 s and 200 MiB."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.accounts.rows.hostile_sheets import READ, hostile_files

ROOT = Path(__file__).resolve().parents[3]
READER = """
import json, sys, time
from pathlib import Path
import django
django.setup()
from accounts.rows.sheets.reading import read_sheet
from accounts.rows.sheets.kinds import UnreadableSheet
from tests.accounts.rows.xlsx_file import COLUMNS

def answer(file):
    try:
        read_sheet(file.read_bytes(), COLUMNS)
    except UnreadableSheet as problem:
        return str(problem)
    return ""

answers = {}
for file in Path(sys.argv[1]).iterdir():
    started = time.process_time()
    answers[file.name] = [answer(file), time.process_time() - started]
peak = Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]
print(json.dumps([answers, int(peak)]))
"""
MOST_SECONDS = 2  # of the processor, so that a busy machine does not count
MOST_KIBIBYTES = 200 * 1024


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="Chỉ Linux cho biết mức bộ nhớ đã dùng.")
def test_every_hostile_file_is_answered_in_time_and_within_bounds(tmp_path):
    files = hostile_files()
    for name, (data, _) in files.items():
        (tmp_path / name).write_bytes(data)
    command = [sys.executable, "-c", READER, str(tmp_path)]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    answers, peak = json.loads(answer.stdout.splitlines()[-1])

    assert {name: beginning(answers[name][0], expected) for name, (_, expected) in files.items()} == {
        name: expected for name, (_, expected) in files.items()
    }
    assert {name: taken for name, (_, taken) in answers.items() if taken > MOST_SECONDS} == {}
    assert peak <= MOST_KIBIBYTES


def beginning(sentence, expected):
    """Return as much of the sentence as is expected, all of it where nothing is."""
    return sentence if expected == READ else sentence[: len(expected)]
