package com.acme.headlines;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.embeddings.EmbeddingCreateParams;
import java.util.List;

public class HeadlineService {
    private final OpenAIClient client = OpenAIOkHttpClient.builder()
            .apiKey(System.getenv("HEADLINES_OPENAI_KEY"))
            .build();

    public String headline(String article) {
        ChatCompletionCreateParams params = ChatCompletionCreateParams.builder()
                .model(Models.CHAT)
                .addSystemMessage("You write headlines of at most eight words.")
                .addUserMessage(article)
                .build();
        ChatCompletion completion = client.chat().completions().create(params);
        return completion.choices().get(0).message().content().orElse("");
    }

    public List<Float> vector(String article) {
        var params = EmbeddingCreateParams.builder().model(Models.EMBEDDING).input(article).build();
        return client.embeddings().create(params).data().get(0).embedding();
    }
}
