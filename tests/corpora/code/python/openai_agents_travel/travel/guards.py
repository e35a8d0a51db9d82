from agents import GuardrailFunctionOutput, RunContextWrapper, input_guardrail


@input_guardrail
async def only_travel(context: RunContextWrapper, agent, text) -> GuardrailFunctionOutput:
    return GuardrailFunctionOutput(output_info=None, tripwire_triggered="stock" in str(text))
