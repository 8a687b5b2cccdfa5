"""A program of the user's own in place of ours."""

PASSWORD = "hunter2"
KEY = "AKIAIOSFODNN7EXAMPLE"
