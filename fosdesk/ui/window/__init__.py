"""The window: navigation, start-up, crash dialog, the one instance, going to anything."""
