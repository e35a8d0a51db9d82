import dspy

student = dspy.LM("openai/gpt-4o-mini", max_tokens=500)
teacher = dspy.LM("anthropic/claude-3-opus-20240229")
dspy.configure(lm=student)


class Route(dspy.Signature):
    """Choose the team that should handle a message."""

    message: str = dspy.InputField()
    team: str = dspy.OutputField()


def working_hours(team: str) -> str:
    """When a team works."""
    return {"billing": "9-17"}.get(team, "24/7")


router = dspy.ChainOfThought(Route)
planner = dspy.ReAct("question -> plan", tools=[working_hours], max_iters=4)


def optimise(examples):
    tuner = dspy.BootstrapFewShot(metric=lambda e, p, _: e.team == p.team, teacher_settings={"lm": teacher})
    return tuner.compile(router, trainset=examples)
