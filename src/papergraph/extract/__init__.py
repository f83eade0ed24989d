"""A paper to what it names, does and states: spaCy components, in folders that follow one another.

`text` cuts a paper's text up, `discourse` lays it out, the `network` tags it, `spans` are chosen of what the tags allow,
these become `entities`, and these get their `roles`, `relations` and `results`. `pipeline` puts the components
together; `component` is what `nlp.add_pipe("papergraph")` adds, and `extractor` reads many texts.
"""
