"""The real program in a temporary folder: empty, newly started, or with the example school in it."""

from tests.program import example_folder, example_store, fresh_folder, fresh_school, new_school, started, with_example

__all__ = ["example_folder", "example_store", "fresh_folder", "fresh_school", "new_school", "started", "with_example"]
