"""Pledge, progress and date → Assessment. Pure: no ledger, no network, no clock."""
