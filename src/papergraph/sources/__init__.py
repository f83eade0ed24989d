"""Bytes to records: one file a format, and one that tells which it is."""
