package com.acme.booking;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

public class BookingTools {
    private static final String URL = "jdbc:postgresql://booking-db:5432/booking";

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(URL, "booking", System.getenv("BOOKING_DB_PASSWORD"));
    }

    @Tool("Find a booking by its number")
    public String findBooking(@P("number of the booking") String number) throws SQLException {
        try (var connection = connect(); var statement = connection.prepareStatement("SELECT guest FROM bookings WHERE number = ?")) {
            statement.setString(1, number);
            var result = statement.executeQuery();
            return result.next() ? result.getString(1) : "none";
        }
    }

    @Tool("Cancel a booking")
    public void cancelBooking(String number) throws SQLException {
        try (var connection = connect(); var statement = connection.prepareStatement("DELETE FROM bookings WHERE number = ?")) {
            statement.setString(1, number);
            statement.executeUpdate();
        }
    }
}
