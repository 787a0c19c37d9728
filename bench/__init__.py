"""What Aisle was measured at: one module a benchmark, run as `./aisle bench NAME`.

A benchmark says in `ENVIRONMENT` whose environment it runs in (`actions` or `bot`), takes `--out`, and leaves there
`summary.json` and its pictures. What all of them share is in `bench/common/`.
"""
