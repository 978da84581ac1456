"""What of uniseg is used here; it comes without types of its own."""
