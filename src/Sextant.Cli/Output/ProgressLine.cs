namespace Sextant.Cli.Output;

/// <summary>One line on a terminal's stderr that says what is being done, rewritten at most ten times a second. Nothing in a pipe.</summary>
internal sealed class ProgressLine : IDisposable
{
    private const long MillisecondsBetween = 100;
    private readonly bool _shown;
    private readonly Lock _gate = new();
    private long _last;
    private bool _dirty;

    private ProgressLine(bool shown) => _shown = shown;

    /// <summary>A progress line, silent unless stderr is a terminal and nobody asked for silence.</summary>
    public static ProgressLine For(bool silent) =>
        new(!silent && !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("CI") is null or "");

    /// <summary>Shows what is being done.</summary>
    public void Show(string what)
    {
        if (!_shown)
            return;
        lock (_gate)
        {
            var now = Environment.TickCount64;
            if (now - _last < MillisecondsBetween)
                return;
            (_last, _dirty) = (now, true);
            Console.Error.Write($"\r\u001b[2K{Map.Excerpt.OneLine(what, 78)}");
        }
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_dirty)
                Console.Error.Write("\r\u001b[2K");
            _dirty = false;
        }
    }
}
