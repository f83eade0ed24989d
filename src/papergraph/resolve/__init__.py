"""Entities of all papers to concepts: one node a thing, each merge with its reason."""
