"""SQLite where those who write queue up: see base.py, which Django loads as the database's engine."""
