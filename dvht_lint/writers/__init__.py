"""Writers: what `convert` and `review` write, one format a file."""
