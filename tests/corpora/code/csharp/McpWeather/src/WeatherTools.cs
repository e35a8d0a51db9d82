using System.ComponentModel;
using ModelContextProtocol.Server;

namespace Acme.Weather;

[McpServerToolType]
public sealed class WeatherTools(HttpClient http)
{
    [McpServerTool(Name = "get_forecast"), Description("The forecast of a place.")]
    public async Task<string> GetForecast([Description("Latitude")] double latitude, [Description("Longitude")] double longitude) =>
        await http.GetStringAsync($"https://api.weather.example/points/{latitude},{longitude}");

    [McpServerTool(Name = "delete_cache"), Description("Forget all forecasts.")]
    public static string DeleteCache()
    {
        Directory.Delete("/var/cache/weather", recursive: true);
        return "gone";
    }
}
