"""Documents on translating, core components and learning."""
