"""What things cost: medians of one run, side by side. Started by script/bench, not by pytest."""
