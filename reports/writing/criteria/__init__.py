"""What a report says of its criteria."""
