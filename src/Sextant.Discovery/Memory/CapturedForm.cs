namespace Sextant.Discovery.Memory;

/// <summary>How what was captured is written.</summary>
internal static class CapturedForm
{
    public static void Write(Captured captured, MemoryWriter writer)
    {
        writer.Items(captured.Seen, writer.Seen);
        writer.Items(captured.Existing, e =>
        {
            writer.Fixed(e.Path);
            writer.Flag(e.Exists);
        });
        writer.Items(captured.Reads, r =>
        {
            writer.Fixed(r.Path);
            writer.Id(r.Content);
        });
    }

    public static Captured Read(MemoryReader reader) => new(
        reader.Items(reader.Seen),
        reader.Items(() => (reader.Fixed(), reader.Flag())),
        reader.Items(() => (reader.Fixed(), reader.Id())));
}
