"""The small trained encoder: how it sees a text, and what it thinks of the sums in it."""
