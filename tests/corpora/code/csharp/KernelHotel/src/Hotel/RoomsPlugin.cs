using System.ComponentModel;
using Microsoft.SemanticKernel;
using Npgsql;

namespace Acme.Hotel;

public sealed class RoomsPlugin
{
    private readonly NpgsqlDataSource _rooms = NpgsqlDataSource.Create("Host=hotel-db;Port=5432;Database=hotel;Username=app");

    [KernelFunction("free_rooms")]
    [Description("Rooms that are free on a night.")]
    public async Task<int> FreeRoomsAsync([Description("The night, ISO 8601.")] string night)
    {
        await using var command = _rooms.CreateCommand("SELECT count(*) FROM rooms WHERE free_on = $1");
        command.Parameters.AddWithValue(night);
        return Convert.ToInt32(await command.ExecuteScalarAsync());
    }

    [KernelFunction("book_room")]
    [Description("Book a room.")]
    public async Task<string> BookAsync(string night, string guest)
    {
        await using var command = _rooms.CreateCommand("INSERT INTO bookings (night, guest) VALUES ($1, $2)");
        command.Parameters.AddWithValue(night);
        command.Parameters.AddWithValue(guest);
        await command.ExecuteNonQueryAsync();
        return "booked";
    }
}
