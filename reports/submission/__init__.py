"""How a report is submitted: checked, submitted, its files frozen."""
