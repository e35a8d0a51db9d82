package com.acme.shop;

import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

@Component
public class OrderTools {
    private final RestClient orders = RestClient.create("http://orders:8080");

    @Tool(name = "order_status", description = "The status of an order")
    public String status(@ToolParam(description = "number of the order") String number) {
        return orders.get().uri("/orders/{number}", number).retrieve().body(String.class);
    }

    @Tool(description = "Send an order back")
    public void returnOrder(String number) {
        orders.post().uri("/orders/{number}/return", number).retrieve().toBodilessEntity();
    }
}
