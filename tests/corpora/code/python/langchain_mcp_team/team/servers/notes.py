from fastmcp import FastMCP

notes = FastMCP("notes")


@notes.tool
def add_note(text: str) -> str:
    """Add a note."""
    with open("notes.txt", "a") as file:
        file.write(text)
    return "added"


if __name__ == "__main__":
    notes.run()
