"""The one task mechanism: questions, answers, corrections, digressions, leaving and resuming, for every task alike."""
