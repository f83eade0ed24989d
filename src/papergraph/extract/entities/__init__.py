"""Spans to mentions, mentions to entities: names of one thing joined, unlikely ones left out."""
