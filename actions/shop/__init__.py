"""The shop's own data: tables, sessions, migrations, importer, policy. The only place that knows tables."""
