"""What a paper does with each of its entities."""
