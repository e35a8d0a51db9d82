from typing import Annotated

from semantic_kernel.functions import kernel_function


class LightsPlugin:
    lamps = {"kitchen": False, "hall": True}

    @kernel_function(name="list_lamps", description="All lamps and whether they are on.")
    def all(self) -> str:
        return str(self.lamps)

    @kernel_function(name="switch_lamp", description="Switch a lamp.")
    def switch(self, name: Annotated[str, "the lamp"], on: bool) -> str:
        self.lamps[name] = on
        return "ok"
