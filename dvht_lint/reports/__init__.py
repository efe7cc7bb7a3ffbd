"""Reports: diagnostics in one output format a file."""
