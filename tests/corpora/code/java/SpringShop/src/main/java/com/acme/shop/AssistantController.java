package com.acme.shop;

import org.springframework.ai.chat.client.ChatClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class AssistantController {
    private final ChatClient assistant;

    public AssistantController(ChatClient.Builder builder, OrderTools tools) {
        this.assistant = builder
                .defaultSystem("You help the customers of a shop with their orders.")
                .defaultTools(tools)
                .build();
    }

    @PostMapping("/assistant")
    public String ask(@RequestBody String question) {
        return assistant.prompt().user(question).call().content();
    }
}
