package com.acme.booking;

import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.service.AiServices;

public class Application {
    public static void main(String[] args) {
        ChatModel model = OpenAiChatModel.builder()
                .apiKey(System.getenv("OPENAI_API_KEY"))
                .modelName("gpt-4o-mini")
                .temperature(0.1)
                .build();
        Concierge concierge = AiServices.builder(Concierge.class)
                .chatModel(model)
                .tools(new BookingTools())
                .chatMemory(MessageWindowChatMemory.withMaxMessages(20))
                .build();
        System.out.println(concierge.answer(args[0]));
    }
}
