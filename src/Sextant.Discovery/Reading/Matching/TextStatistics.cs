namespace Sextant.Discovery.Reading.Matching;

/// <summary>
/// How often bytes follow each other in source text: enough to tell which part of a literal is rare. Counted once over 26 MB of
/// C#, Python, Go, JSON, YAML and Markdown, letters in either case.
/// </summary>
internal static class TextStatistics
{
    private const int Symbols = 36;
    private const string SignsInOrder = "_-./:=";

    // Row: the first of two symbols; column: the second; value: -1.5 log2 of the pair's share, as a digit to base 36.
    // Symbols: a to z, any digit, _ - . / : =, any quote, any white space, anything else.
    private const string Pairs = """
        kfdeljdnenicccnfmbcbfihjhhgkkklkojfh
        gljlfmlnihoenngmnjimfoophohmnimmtkjk
        elikclndhofeklckneicgonokohkmkllpkfg
        ekkgcjklemkiklfjnihjilmnjohhlhmimhdf
        didcfegjhmkcdbhefabckgfdgmhfifkfhfbc
        fmllhhmodopimmemoglhfpopjohmmfqmjkdg
        imjnclhhfonijhiknggjgnnommljmhklnieg
        dnmmcmooeonlkmfmohkfinoplokjnjolnkfh
        fgceeefnlnjefabglfcclgnjohklljknqkhi
        lnoohopononoopknoohplnnpoolrrprqwmnn
        inlmdmlohoplnlmnomimlnkpnolkmkonokhi
        ejjfcelmcnmdkleiokfffkmogokikhlkoiee
        dhkjcmloflojfkfenlikinnolnkjlijmphfh
        clddcfclfmihkhehmjcbfglminkhkglilgce
        hgeekegmgjfeeafdnbfeeggklmljlkmmokei
        dmijdmnifpkeklegodhefnnnhokjmimlokhh
        noonnonnoponopopnonofooonolnsnrrppnm
        clggajgncoihgdciofedfgloeokhkglimhce
        elfkbklgdngikkefmkcbeljnfokhidigkgbd
        ckfibikbbolihhcfoceeekjleojfiejhlgbd
        hfiiejhpgoneeemgpdeeooomonfprpqxqmjn
        emmodonnfooonohlnnnnnoopnojoronqtkkm
        gommhnngfonlmjhnohinoomonolkolqpolfi
        imhmhkoojopnlnmhpmnfmopkkogllmompkij
        kmklkmkojnoijgjfnjghomkonmkimhnjmhee
        jooohooolopomplopmooionnnolqstrwwlnn
        hhhhhhklkklkkkkklkkkklkgll8khejemgcb
        highiijjhojhhiihohghjijoqqlgrnvrukki
        jmklklnmkolllmmkrljjlmnpqmgqgsnvslhh
        gjfigigjhjlihhhhphggjjinoqefpinuvieh
        kljklmkmlnolkmlioihkmmmmqnknnpcvpmdh
        kmlmnmqqpsppolqlumnmststtvhuotilljbj
        opoopmqqpsspplpotommqqqrtulqsvwvggch
        hjhiiiiihmkigiihohggijkkmnilliidoedb
        becdddffbigeedddkcbbeeekimagfidhcb4a
        gifhhgjjgkiihhifngdgfjkknoelkgfgic89
        """;

    private static readonly double[] PairShares = ReadShares();
    private static readonly double[] Shares = [.. Enumerable.Range(0, Symbols).Select(s => PairShares.AsSpan(s * Symbols, Symbols).ToArray().Sum())];

    /// <summary>The share of places of a text at which these bytes stand, 0 to 1.</summary>
    public static double Frequency(ReadOnlySpan<byte> window)
    {
        var share = Frequency(window[0]);
        for (var i = 1; i < window.Length; i++)
            share *= PairShares[(SymbolOf(window[i - 1]) * Symbols) + SymbolOf(window[i])] / Shares[SymbolOf(window[i - 1])] / Width(window[i]);
        return share;
    }

    /// <summary>The share of a byte, letters in either case.</summary>
    public static double Frequency(byte c) => Shares[SymbolOf(c)] / Width(c);

    private static int SymbolOf(byte c)
    {
        var lower = (char)(c | 0x20);
        if (lower is >= 'a' and <= 'z')
            return lower - 'a';
        if (char.IsAsciiDigit((char)c))
            return 26;
        if (SignsInOrder.IndexOf((char)c, StringComparison.Ordinal) is >= 0 and var sign)
            return 27 + sign;
        return (char)c switch { '"' or '\'' or '`' => 33, ' ' or '\t' or '\r' or '\n' => 34, _ => 35 };
    }

    /// <summary>Bytes that share a symbol share its frequency.</summary>
    private static double Width(byte c) => SymbolOf(c) switch { 26 => 10, 33 => 2, 35 => 20, _ => 1 };

    private static double[] ReadShares()
    {
        var shares = new double[Symbols * Symbols];
        var rows = Pairs.Split('\n');
        for (var i = 0; i < shares.Length; i++)
        {
            var digit = rows[i / Symbols].Trim()[i % Symbols];
            shares[i] = Math.Pow(2, -(char.IsAsciiDigit(digit) ? digit - '0' : digit - 'a' + 10) / 1.5);
        }

        return shares;
    }
}
