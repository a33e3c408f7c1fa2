"""The log of who saw, changed and took what: written with what it records, chained by hashes, checked, shown."""
