"""Measures the anatomy on the body meshes, step by step."""
