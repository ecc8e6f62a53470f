"""A newsroom to try: an invented country with its names, pictures and stories."""
