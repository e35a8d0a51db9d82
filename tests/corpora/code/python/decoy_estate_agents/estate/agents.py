from dataclasses import dataclass, field


@dataclass
class Agent:
    name: str
    model: str = "freelance"
    tools: list[str] = field(default_factory=list)

    def run(self, visit: str) -> str:
        return f"{self.name} shows {visit}"


def tool(function):
    return function
