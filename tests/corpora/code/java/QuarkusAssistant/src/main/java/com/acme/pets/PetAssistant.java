package com.acme.pets;

import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.UserMessage;
import io.quarkiverse.langchain4j.RegisterAiService;

@RegisterAiService(tools = PetTools.class)
public interface PetAssistant {
    @SystemMessage("You answer the questions of people about their pets.")
    @UserMessage("{question}")
    String answer(String question);
}
