"""Measuring: how well questions find their passages, and how well it is known when there are none."""
