package com.acme.estate;

/**
 * An agent of the office, not one as in {@code AiServices.builder(Agent.class)} or
 * {@code OpenAiChatModel.builder().modelName("gpt-4o").build()}.
 */
public record Agent(String name, String modelName) {
    public static Builder builder() {
        return new Builder();
    }

    public static final class Builder {
        private String modelName = "gpt-4o";

        public Builder modelName(String name) {
            this.modelName = name;
            return this;
        }

        public Agent build() {
            return new Agent("Bob", modelName);
        }
    }
}
