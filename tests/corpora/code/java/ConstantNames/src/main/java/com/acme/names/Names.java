package com.acme.names;

import static dev.langchain4j.model.openai.OpenAiChatModelName.GPT_4_O_MINI;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.ChatModel;
import com.openai.models.responses.ResponseCreateParams;
import dev.langchain4j.model.openai.OpenAiChatModel;

public class Names {
    private final OpenAIClient client = OpenAIOkHttpClient.fromEnv();
    private final OpenAiChatModel small = OpenAiChatModel.builder().apiKey(System.getenv("OPENAI_API_KEY")).modelName(GPT_4_O_MINI).build();

    public String answer(String question) {
        var params = ResponseCreateParams.builder().input(question).model(ChatModel.GPT_4_1).build();
        return client.responses().create(params).toString();
    }

    public String small(String question) {
        return small.chat(question);
    }
}
