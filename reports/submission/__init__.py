"""How a report is handed in: looked over, submitted, its files frozen."""
