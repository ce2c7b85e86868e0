"""What may leave a school: names in texts, filters for audiences, and what is held about a person."""
