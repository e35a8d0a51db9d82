import pandas as pd
from smolagents import Tool


class SalesTool(Tool):
    name = "sales"
    description = "Sales of a region as a table."
    inputs = {"region": {"type": "string", "description": "Region"}}
    output_type = "string"

    def forward(self, region: str) -> str:
        frame = pd.read_csv("data/sales.csv")
        return frame[frame.region == region].to_markdown()
