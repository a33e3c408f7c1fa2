"""Files that people attach to rows: what a file may be, and what happens to it."""
