package com.acme.text;

public final class Words {
    private Words() {
    }

    public static int count(String text) {
        return text.isBlank() ? 0 : text.trim().split("\\s+").length;
    }
}
