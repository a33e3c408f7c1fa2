"""Reporting periods, and the outlines and criteria sets they are opened with."""
