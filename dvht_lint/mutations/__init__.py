"""Mutations: one kind of planted drift a file, and the harmless edits."""
