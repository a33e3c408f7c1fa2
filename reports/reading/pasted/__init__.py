"""Lists that people paste, or upload as a sheet, become rows: read line by line, looked over, saved together."""
