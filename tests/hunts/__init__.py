"""Long hunts for faults, run by hand: script/hunt NAME."""
