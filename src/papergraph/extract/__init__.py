"""A paper to what it names, does and states: spaCy components, one a file.

In the order they run: `tokens`, `sentences`, `abbreviations`, `tagger`, `entities`, `roles`, `relations`,
`results`. `pipeline` puts them together; `component` is what `nlp.add_pipe("papergraph")` adds.
"""
