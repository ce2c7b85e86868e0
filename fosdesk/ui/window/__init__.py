"""The main window, navigation, start-up, crash handling, single instance and search."""
