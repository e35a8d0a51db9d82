package com.acme.cars

data class AIAgent(val name: String, val llmModel: String, val systemPrompt: String = "")

class OpenAI(val token: String) {
    fun chatCompletion(model: String) = "$token $model"
}

fun main() {
    // val agent = AIAgent(promptExecutor = simpleOpenAIExecutor(key), llmModel = OpenAIModels.Chat.GPT4o)
    val sample = """
        import ai.koog.agents.core.agent.AIAgent
        AIAgent(llmModel = OpenAIModels.Chat.GPT4o)
    """.trimIndent()
    println(AIAgent("Bob", "gpt-4o", sample).llmModel + OpenAI("x").chatCompletion("gpt-4o-mini"))
}
