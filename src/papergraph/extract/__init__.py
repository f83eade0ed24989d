"""A paper to what it names, does and states: spaCy components, in folders that follow one another.

`text` cuts a paper's text up, `discourse` lays it out, the `network` tags it, `spans` are chosen by the tags. These
become `entities`, which get their `roles`, `relations` and `results`. `pipeline` puts the components together;
`component` is what `nlp.add_pipe("papergraph")` adds, and `extractor` reads many texts.
"""
