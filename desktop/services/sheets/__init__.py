"""What stands on each printed sheet: case, assessment and authority become the input of a document."""
