package com.acme.travel;

import com.google.adk.agents.BaseAgent;
import com.google.adk.agents.LlmAgent;
import com.google.adk.tools.Annotations.Schema;
import com.google.adk.tools.FunctionTool;
import com.google.adk.tools.GoogleSearchTool;
import java.util.Map;

public class TravelAgent {
    private static final String MODEL = "gemini-2.0-flash";

    public static final BaseAgent ROOT = initAgent();

    @Schema(description = "The price of a train ticket")
    public static Map<String, Object> ticketPrice(@Schema(name = "from") String from, @Schema(name = "to") String to) {
        return Map.of("from", from, "to", to, "price", 49);
    }

    private static BaseAgent initAgent() {
        LlmAgent scout = LlmAgent.builder()
                .name("scout")
                .model(MODEL)
                .instruction("Find sights of a city.")
                .tools(new GoogleSearchTool())
                .build();
        return LlmAgent.builder()
                .name("travel")
                .model(MODEL)
                .instruction("Plan a journey by train.")
                .tools(FunctionTool.create(TravelAgent.class, "ticketPrice"))
                .subAgents(scout)
                .build();
    }
}
