from smolagents import CodeAgent, InferenceClientModel, ToolCallingAgent, VisitWebpageTool

from market.tools import SalesTool

model = InferenceClientModel(model_id="Qwen/Qwen2.5-Coder-32B-Instruct")

reader = ToolCallingAgent(tools=[VisitWebpageTool()], model=model, name="reader", description="Reads pages of the web.")
analyst = CodeAgent(tools=[SalesTool()], model=model, managed_agents=[reader], additional_authorized_imports=["pandas"])

if __name__ == "__main__":
    print(analyst.run("How did the north do compared to what the papers expected?"))
