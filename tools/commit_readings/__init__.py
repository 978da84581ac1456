"""What is read at a commit, in a process of its own."""
