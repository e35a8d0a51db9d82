package com.acme.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.langchain4j.model.openai.OpenAiChatModel;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void countsWhatAModelWrites() {
        var model = OpenAiChatModel.builder().apiKey("demo").modelName("gpt-3.5-turbo").build();
        assertEquals(3, Words.count(model.chat("Write three words.")));
    }
}
