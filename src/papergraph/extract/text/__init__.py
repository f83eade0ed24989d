"""A text cut into tokens and sentences, with its abbreviations, and what a network sees of each token."""
