"""The page on which people look around in a graph: one HTML file that asks the network for nothing."""
