package com.acme.booking;

import dev.langchain4j.service.SystemMessage;

public interface Concierge {
    @SystemMessage("You help the guests of a hotel with their bookings.")
    String answer(String question);
}
