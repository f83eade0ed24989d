"""A paper to what it names, does and states: spaCy components, in folders that follow one another.

`text` cuts a paper's text up, `discourse` lays it out, the `network` tags it, the tags become `entities`, and these get
their `roles`, `relations` and `results`. `pipeline` puts the components together; `component` is what
`nlp.add_pipe("papergraph")` adds, and `extractor` reads many texts.
"""
