"""The ledger: the only SQL. Entries are the truth, every other table is a view that replay makes again."""
