"""Lists as files: spreadsheets read and written, registers for Word."""
