"""Values → columns → files: one list of columns, one file for each format."""
