"""Retold abstracts of real papers: the corpus of the first `papergraph build`."""
