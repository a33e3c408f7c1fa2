"""Reviewing: how the Justice Department reads, returns, accepts and downloads reports, and checks files."""
