"""The ledger → files: one format a file. Pages carry quotes and links, never a document's full text."""
