"""The dashboard: pages that choose, call and draw; no query, rule or column name of its own."""
