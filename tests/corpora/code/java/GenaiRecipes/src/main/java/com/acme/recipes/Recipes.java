package com.acme.recipes;

import com.google.genai.Client;
import com.google.genai.types.GenerateContentResponse;

public class Recipes {
    private static final String DEFAULT = "gemini-2.5-flash";
    private final Client client;

    public Recipes() {
        this.client = Client.builder().apiKey(System.getenv("GEMINI_API_KEY")).build();
    }

    public String suggest(String ingredients) {
        GenerateContentResponse response = client.models.generateContent(DEFAULT, "A dish of " + ingredients, null);
        return response.text();
    }
}
