"""Spans that may be mentions, and the choice among them."""
