"""SPARQL over a graph folder: the store, the stored queries, the ontology and the shapes."""
