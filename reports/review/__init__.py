"""What the Justice Department does with what it received: reads, decides, takes away, recognises."""
