"""What Word and Excel files are made of: packages opened within bounds, sheets, first pages, the frame of a DOCX."""
