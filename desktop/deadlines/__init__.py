"""Legal time."""
