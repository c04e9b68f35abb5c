"""What things are. Frozen, strict, no input or output."""
