"""The commands of a newcomer refuse what they cannot do in one sentence, before they change anything."""

import os
import re
import socket
import stat
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = [
    "script/setup",
    "script/server",
    "script/bench",
    "script/test",
    "script/mutate",
    "script/readers",
    ".ci/run",
]


def run(*command):
    """Return the exit code, the standard output and the standard error of a command in the project."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_can_be_run_and_understood_by_bash(script):
    assert os.access(ROOT / script, os.X_OK)
    assert run("bash", "-n", script) == (0, "", "")


@pytest.mark.parametrize("port", ["", "80", "abc", "65536", "8000 ", "-1", "08000"])
def test_the_server_refuses_a_port_that_is_none(port):
    sentence = f"Cổng phải là một số từ 1024 đến 65535, không phải '{port}'.\n"
    assert run("script/server", "--port", port) == (1, "", sentence)


def test_the_server_needs_a_port_after_port():
    sentence = "Cổng phải là một số từ 1024 đến 65535, không phải ''.\n"
    assert run("script/server", "--port") == (1, "", sentence)


def test_the_server_refuses_a_port_that_is_taken():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        sentence = f"Cổng {port} đã có chương trình khác dùng. Chọn cổng khác bằng --port.\n"
        assert run("script/server", f"--port={port}") == (1, "", sentence)


def test_the_server_knows_no_other_option():
    sentence = "script/server không có tùy chọn '--cổng'; chỉ có --port.\n"
    assert run("script/server", "--cổng", "8000") == (1, "", sentence)


LOAD = (
    "script/bench load viết chưa đúng. Cách viết: script/bench load [--minutes 1] [--users 50,200] [--pause 5] "
    "[--database sqlite|postgresql|both]\n"
)
MINUTES = "--minutes phải là một số lớn hơn 0, nhiều nhất 600, không phải '{}'.\n"
USERS = "--users phải là các số người từ 1 đến 1000, cách nhau bằng dấu phẩy, không phải '{}'.\n"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--phút", "1"], LOAD),
        (["--minutes"], LOAD),
        (["--minute", "1"], LOAD),
        (["10"], LOAD),
        (["--minutes", "mười"], MINUTES.format("mười")),
        (["--minutes", "0"], MINUTES.format("0")),
        (["--minutes", "-1"], MINUTES.format("-1")),
        (["--minutes", "nan"], MINUTES.format("nan")),
        (["--minutes=inf"], MINUTES.format("inf")),
        (["--pause", "601"], "--pause phải là một số lớn hơn 0, nhiều nhất 600, không phải '601'.\n"),
        (["--users", "50,"], USERS.format("")),
        (["--users", "50, 200"], USERS.format(" 200")),
        (["--users", "9" * 5000], USERS.format("9" * 5000)),
        (
            ["--database", "mysql"],
            "--database phải là một trong sqlite, postgresql, both, không phải 'mysql'.\n",
        ),
    ],
)
def test_the_load_refuses_what_it_cannot_do(words, sentence):
    assert run(".venv/bin/python", "-m", "tests.bench.load", *words) == (1, "", sentence)


def test_the_benchmark_hands_on_what_the_load_is_to_do():
    assert run("script/bench", "load", "--phút", "1") == (1, "", LOAD)


def test_setup_says_nothing_where_nothing_is_missing():
    assert run("script/setup", "--dev") == (0, "", "")


def test_setup_knows_no_other_option():
    sentence = "script/setup không có tùy chọn '--all'; chỉ có --dev, --postgresql, --ocr và --libreoffice.\n"
    assert run("script/setup", "--all") == (1, "", sentence)


def test_the_database_is_made_for_its_owner_alone(tmp_path):
    tmp_path.chmod(0o755)
    environment = {**os.environ, "PBGDPL_DATA_DIR": str(tmp_path), "DATABASE_URL": ""}
    command = [".venv/bin/python", "manage.py", "showmigrations", "accounts"]
    subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, timeout=60, check=True)
    made = (tmp_path / "pbgdpl.sqlite3", tmp_path / "secret_key")
    assert [stat.S_IMODE(path.stat().st_mode) for path in made] == [0o600, 0o600]


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", "requirements-mutation.txt"])
def test_every_package_is_pinned_and_explained(name):
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    packages = [line for line in lines if not line.startswith(("#", "-r "))]
    assert [line for line in packages if not re.fullmatch(r"[\w.-]+==[\w.]+ +# .+", line)] == []


def test_the_lock_holds_what_the_site_asks_for():
    def pins(name):
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        return {found[1].lower() for line in lines if (found := re.match(r"([\w.-]+==[\w.]+)", line))}

    assert pins("requirements.txt") - pins("requirements.lock") == set()
