using System.ComponentModel;
using System.Data.SQLite;

namespace Acme.Workshop;

[AttributeUsage(AttributeTargets.Method)]
public sealed class ToolAttribute(string name) : Attribute
{
    public string Name => name;
}

public sealed class Workshop
{
    private readonly SQLiteConnection _stock = new("Data Source=stock.db");

    [Tool("hammer"), Description("Drives nails; model gpt-4o of the catalogue.")]
    public int Hammer(int nails) => nails + _stock.GetHashCode();

    public string ModelId => "claude-3-opus-20240229";
}
