"""The index on disk: SQLite, arrays, a manifest, and how a build becomes the current one."""
