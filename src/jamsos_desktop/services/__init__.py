"""What a person does with the program: one verb-named function each. Knows no Qt."""
