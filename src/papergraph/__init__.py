"""From a pile of paper abstracts to a map of the field."""
