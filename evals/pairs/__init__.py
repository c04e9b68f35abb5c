"""Labelled tellings of promises, and how well identity puts them together: docs/method/identity.md.

`wh.jsonl` holds statements found in White House documents, by document and place, with the facts that are compared and
the undertaking that a person judged them to speak of; `own.txt` holds sentences of ours about invented promises.
"""
