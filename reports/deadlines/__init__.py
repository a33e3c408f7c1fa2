"""Deadlines: until when a report is due, and how it keeps that day."""
