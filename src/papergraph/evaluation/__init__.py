"""How well the extraction agrees with papers annotated by hand."""
