package com.acme.review;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;

public final class Reviewer {
    private static final String SYSTEM = "You review changes of Java code and name the three worst problems.";
    private final AnthropicClient client = AnthropicOkHttpClient.fromEnv();

    public String review(String patch) {
        MessageCreateParams params = MessageCreateParams.builder()
                .model("claude-sonnet-4-5")
                .maxTokens(2048L)
                .system(SYSTEM)
                .addUserMessage(patch)
                .build();
        Message message = client.messages().create(params);
        return message.content().get(0).text().map(t -> t.text()).orElse("");
    }
}
