"""What is written for the browser from what stands in Python, one module a language."""
