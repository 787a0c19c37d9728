"""Talk around the tasks: what was not understood, small talk, remarks, a person, feedback."""
