SUMMARY = """You summarise articles for people in a hurry.
Keep names and numbers."""

TITLE = "Write a title for: {text}"
