"""Places, shapes and drawings of the body: arithmetic that knows no muscle and no word of ours."""
