"""How its entities stand to one another."""
