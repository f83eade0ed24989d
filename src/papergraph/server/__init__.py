"""A graph folder as a SPARQL 1.1 endpoint with a query page, read-only and on this machine only."""
