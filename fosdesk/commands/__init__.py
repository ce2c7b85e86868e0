"""The commands of the command line; a module is loaded when one of its commands is asked for."""
