"""Concepts to a `KnowledgeGraph`, and the questions one asks it."""
