"""Lists that people paste, or upload as a sheet, become rows: read line by line, checked, saved together."""
