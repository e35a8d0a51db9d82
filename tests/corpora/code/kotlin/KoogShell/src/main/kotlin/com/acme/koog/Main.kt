package com.acme.koog

import ai.koog.agents.core.agent.AIAgent
import ai.koog.agents.core.tools.ToolRegistry
import ai.koog.agents.core.tools.reflect.tools
import ai.koog.prompt.executor.clients.openai.OpenAIModels
import ai.koog.prompt.executor.llms.all.simpleOpenAIExecutor
import kotlinx.coroutines.runBlocking

fun main(args: Array<String>) = runBlocking {
    val secretary = AIAgent(
        promptExecutor = simpleOpenAIExecutor(System.getenv("OPENAI_API_KEY")),
        llmModel = OpenAIModels.Chat.GPT4o,
        systemPrompt = "You keep the notes of a busy person.",
        toolRegistry = ToolRegistry { tools(NoteTools()) },
        maxIterations = 30,
    )
    println(secretary.run(args.joinToString(" ")))
}
