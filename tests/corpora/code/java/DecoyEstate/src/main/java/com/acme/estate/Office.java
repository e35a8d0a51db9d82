package com.acme.estate;

public class Office {
    @interface Tool {
        String value();
    }

    private static final String HELP = """
            import com.openai.client.okhttp.OpenAIOkHttpClient;
            var client = OpenAIOkHttpClient.fromEnv();
            """;

    @Tool("hammer")
    public String hammer() {
        // return model.chat("gpt-4o-mini");
        return Agent.builder().modelName("claude-3-opus-20240229").build().name() + HELP;
    }
}
