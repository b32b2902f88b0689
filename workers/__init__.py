"""The processes: settings, schedule, jobs, replay, the command line."""
