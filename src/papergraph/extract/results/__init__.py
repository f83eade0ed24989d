"""The numbers that it reports, and what each belongs to."""
