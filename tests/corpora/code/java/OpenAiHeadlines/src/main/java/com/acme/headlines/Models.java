package com.acme.headlines;

public final class Models {
    public static final String CHAT = "gpt-4.1-mini";
    public static final String EMBEDDING = "text-embedding-3-small";

    private Models() {
    }
}
