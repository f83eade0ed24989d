"""What stands where in a paper: sentences, words, entities, who speaks, and pairs that may be related."""
