"""The graph as files: Turtle, JSON-LD, GraphML, node-link JSON and the explorer's page."""
