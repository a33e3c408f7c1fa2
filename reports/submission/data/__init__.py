"""What is submitted as data: a report with its rows and figures, as JSON of a versioned schema and as a spreadsheet."""
