namespace SupplyChain;

/// <summary>The limits of what a command may say.</summary>
public static class Limits
{
    /// <summary>The most lines of a document.</summary>
    public const int MaxLines = 1_000;

    /// <summary>The highest line number.</summary>
    public const int MaxLineNumber = 999_999_999;

    /// <summary>The most units of a line.</summary>
    public const long MaxQuantity = 1_000_000_000;

    /// <summary>The priority of an order that is served first.</summary>
    public const int HighestPriority = 1;

    /// <summary>The priority of an order that is served last.</summary>
    public const int LowestPriority = 5;

    /// <summary>The last priority band of a warehouse, from 1.</summary>
    public const int MaxPriorityBand = 9;

    /// <summary>The largest latitude, in degrees.</summary>
    public const double MaxLatitude = 90;

    /// <summary>The largest longitude, in degrees.</summary>
    public const double MaxLongitude = 180;

    /// <summary>The longest text, in UTF-16 units.</summary>
    public const int MaxText = 200;

    /// <summary>The largest amount of money: sums over millions of lines stay exact.</summary>
    public const decimal MaxAmount = 1_000_000_000_000_000m;

    /// <summary>The largest weight (kg) or volume (m³).</summary>
    public const double MaxMeasure = 1_000_000_000;

    /// <summary>The largest file to import, in bytes: 256 MiB.</summary>
    public const long MaxImportBytes = 256L * 1024 * 1024;

    /// <summary>How many bytes of a file travel at a time.</summary>
    public const int ImportPartBytes = 512 * 1024;

    /// <summary>The first year a date or an instant may be in.</summary>
    public const int FirstYear = 1900;

    /// <summary>The last year a date may be in.</summary>
    public const int LastYear = 2999;

    /// <summary>How far ahead of ours the clock of a caller may be.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);
}
