"""Two versions of a report compared: part by part, line by line, word by word."""
