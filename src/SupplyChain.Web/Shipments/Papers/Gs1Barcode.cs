namespace SupplyChain.Shipments.Papers;

/// <summary>
/// Draws GS1-128 barcodes (ISO/IEC 15417, Code 128 with the function character 1 in front), as the bars of an SVG path
/// one unit high and <see cref="Width"/> modules wide.
/// </summary>
public sealed class Gs1Barcode
{
    private const int StartC = 105;
    private const int Function1 = 102;
    private const int Stop = 106;
    private const int QuietZone = 10;

    // The widths of bars and spaces in turn, symbol after symbol: 0 to 99 are the pairs of digits of code set C.
    private const string Widths =
        "212222222122222221121223121322131222122213122312132212221213221312231212112232122132122231113222123122123221"
        + "223211221132221231213212223112312131311222321122321221312212322112322211212123212321232121111323131123131321"
        + "112313132113132311211313231113231311112133112331132131113123113321133121313121211331231131213113213311213131"
        + "311123311321331121312113312311332111314111221411431111111224111422121124121421141122141221112214112412122114"
        + "122411142112142211241211221114413111241112134111111242121142121241114212124112124211411212421112421211212141"
        + "214121412121111143111341131141114113114311411113411311113141114131311141411131211412211214211232";

    private const string StopWidths = "2331112";

    private Gs1Barcode(string path, int width) => (Path, Width) = (path, width);

    /// <summary>The bars, as the <c>d</c> of an SVG path.</summary>
    public string Path { get; }

    /// <summary>How many modules wide it is, with the quiet zones at both ends.</summary>
    public int Width { get; }

    /// <summary>The barcode of a serial shipping container code: application identifier 00 and its digits.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static Gs1Barcode OfSscc(string sscc) => Sscc.IsValid(sscc)
        ? Draw($"00{sscc}")
        : throw new ArgumentException($"'{sscc}' is no SSCC.", nameof(sscc));

    /// <summary>The values of the symbols of an even number of digits, from the start to the stop.</summary>
    internal static int[] Symbols(string digits)
    {
        int[] data = [Function1, .. digits.Chunk(2).Select(pair => (pair[0] - '0') * 10 + pair[1] - '0')];
        var sum = StartC + data.Select((value, place) => value * (place + 1)).Sum();
        return [StartC, .. data, sum % 103, Stop];
    }

    private static Gs1Barcode Draw(string digits)
    {
        var (path, at, isBar) = (new System.Text.StringBuilder(), QuietZone, true);
        foreach (var width in Symbols(digits).SelectMany(Pattern))
        {
            if (isBar)
                path.Append(FormattableString.Invariant($"M{at} 0h{width}v1h-{width}z"));
            (at, isBar) = (at + width, !isBar);
        }

        return new(path.ToString(), at + QuietZone);
    }

    private static IEnumerable<int> Pattern(int symbol) =>
        (symbol == Stop ? StopWidths : Widths.Substring(symbol * 6, 6)).Select(width => width - '0');
}
