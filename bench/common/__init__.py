"""What every benchmark does alike: a table, a summary, pictures, the machine, and how one ends that cannot run."""
