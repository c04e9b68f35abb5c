"""Shipped, sourced tables: places, known actors, words that make a name an organisation's. Loaded on first use."""
