"""`python -m papergraph`: the command line."""

from papergraph.cli.app import main

main()
