package com.acme.lang

import dev.langchain4j.data.message.SystemMessage
import dev.langchain4j.data.message.UserMessage
import dev.langchain4j.model.mistralai.MistralAiChatModel

class Translator(private val language: String) {
    private val model = MistralAiChatModel.builder()
        .apiKey(Config.key)
        .modelName(Config.MODEL)
        .build()

    fun translate(text: String): String {
        val answer = model.chat(SystemMessage.from("You translate to $language and add nothing."), UserMessage.from(text))
        return answer.aiMessage().text()
    }
}
