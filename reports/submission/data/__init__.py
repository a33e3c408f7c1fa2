"""What is submitted as data: the report, its rows and its figures as JSON of a versioned schema, and as a spreadsheet."""
