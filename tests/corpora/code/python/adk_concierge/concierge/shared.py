MODEL = "gemini-2.0-flash"
LIMIT = 3
