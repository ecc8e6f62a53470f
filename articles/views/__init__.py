"""What readers see: find, choose, render. No rule is decided here."""
