"""Sites beside the one of the test: each in a directory of its own, asked by its commands as people ask it."""

import json
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote
from zipfile import ZipFile

from django.db import connection

from tests.sources import ROOT


class Site:
    """A site of its own, on SQLite unless another database is named."""

    def __init__(self, folder, database=""):
        self.folder, self.database = Path(folder), database

    def start(self, *words, program=("manage.py",), **environment):
        """Start a command, or another program on the data of the site, and return its process."""
        own = {
            "PBGDPL_DATA_DIR": str(self.folder),
            "DATABASE_URL": self.database,
            "PBGDPL_BACKUP_PASSWORD": "",
        }
        return subprocess.Popen(
            [sys.executable, *program, *map(str, words)],
            cwd=ROOT,
            env={**os.environ, **own, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *words, **environment):
        """Return the lines that a command printed; the sentence of a refusal where it refused."""
        out, refusal = self.start(*words, **environment).communicate()
        return (refusal or out).splitlines()

    def content(self, name):
        """Back the site up and return what is in the archive."""
        path = self.folder / name
        assert self.run("backup", path)[0] == f"Đã sao lưu vào {path}"
        return content(path)

    def files(self):
        """Return {path: bytes} of all stored files, also of those that no row names."""
        folder = self.folder / "files"
        found = [path for path in folder.rglob("*") if path.is_file()]
        return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def content(path, *, reads_json=False):
    """Return {member: text} of an archive, with the last key of each table.

    PostgreSQL stores JSON in an order of its own: `reads_json` returns the rows with values instead of texts.
    """
    with ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    tables = json.loads(members.pop("manifest.json"))["tables"]
    if reads_json:
        members |= {name: rows(text) for name, text in members.items() if name.startswith("rows/")}
    return members | {name: table["last_key"] for name, table in tables.items()}


def rows(text):
    lines = [json.loads(line) for line in text.splitlines()]
    return [{name: value_of(value) for name, value in line.items()} for line in lines]


def value_of(value):
    if not (isinstance(value, str) and value.startswith(("{", "["))):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


@contextmanager
def database_beside(name):
    """Make an empty PostgreSQL database beside that of the test; yield its address, and drop it afterwards."""
    values = connection.settings_dict
    name = f"{values['NAME']}_{name}"
    user, host = quote(values["USER"], safe=""), quote(values["HOST"], safe="")
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}"')
        try:
            yield f"postgresql://{user}:{quote(values['PASSWORD'], safe='')}@{host}:{values['PORT']}/{name}"
        finally:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
