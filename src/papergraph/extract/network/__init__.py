"""The trained network: it tags the tokens, and says what it makes of entities and of pairs of them."""
