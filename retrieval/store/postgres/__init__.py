"""Indexes in PostgreSQL: several processes on several machines share one."""
