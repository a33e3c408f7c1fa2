"""Backup and restore of the whole site: every row and every file that a row names, in one archive.

An archive is a ZIP file (`archive.py`) with a manifest (`manifest.py`). Rows are JSON lines by table, whatever the
database (`values.py`, `tables.py`). `backup.py` writes it, `reading.py` checks it, `restore.py` loads it.
"""
