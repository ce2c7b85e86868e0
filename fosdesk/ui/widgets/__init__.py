"""Small pieces that pages are built of."""
