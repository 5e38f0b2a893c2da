"""What the bot remembers: its answers, who asked, and what people thought of them."""
