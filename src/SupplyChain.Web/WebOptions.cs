namespace SupplyChain;

/// <summary>How the web part behaves. Configuration section <c>Web</c>.</summary>
public sealed class WebOptions
{
    private const int MaxPossibleCircuits = 10_000;
    private const int MaxPossibleStreams = 10_000;

    /// <summary>How many requests for orders, stock and the like are worked on at the same time.</summary>
    public int RequestsAtOnce { get; set; } = 32 * Environment.ProcessorCount;

    /// <summary>How many more may wait; beyond that the one that has waited longest is answered 429.</summary>
    public int RequestsWaiting { get; set; } = 1_000;

    /// <summary>For how long one may wait until it is answered 429: more than 0, at most 10 s.</summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How many rows an exported list has at most: 1 to 1,000,000, which a spreadsheet can hold.</summary>
    public int MostExportRows { get; set; } = 250_000;

    /// <summary>How many pages may be live, each in a circuit: 1 to 10,000. More are shown standing still.</summary>
    public int MostCircuits { get; set; } = 500;

    /// <summary>How many of them may be without a connection: 0 to 10,000. The oldest gives way.</summary>
    public int MostKeptCircuits { get; set; } = 100;

    /// <summary>For how long one without a connection is kept: more than 0, at most a day.</summary>
    public TimeSpan CircuitsKeptFor { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>How many streams of events may be open: 1 to 10,000. More are answered 429.</summary>
    public int MostEventStreams { get; set; } = 1_000;

    internal void Check()
    {
        OptionFaults.Refuse(RequestsAtOnce < 1, this, $"Web:RequestsAtOnce {RequestsAtOnce} is not 1 or more.");
        OptionFaults.Refuse(RequestsWaiting < 0, this, $"Web:RequestsWaiting {RequestsWaiting} is not 0 or more.");
        OptionFaults.Refuse(
            LongestWait <= TimeSpan.Zero || LongestWait > TimeSpan.FromSeconds(10), this,
            $"Web:LongestWait {LongestWait} is not more than 0 and at most 10 seconds.");
        OptionFaults.Refuse(
            MostExportRows is < 1 or > 1_000_000, this,
            $"Web:MostExportRows {MostExportRows} is not from 1 to 1,000,000.");
        OptionFaults.Refuse(
            MostCircuits is < 1 or > MaxPossibleCircuits, this,
            $"Web:MostCircuits {MostCircuits} is not from 1 to 10,000.");
        OptionFaults.Refuse(
            MostKeptCircuits is < 0 or > MaxPossibleCircuits, this,
            $"Web:MostKeptCircuits {MostKeptCircuits} is not from 0 to 10,000.");
        OptionFaults.Refuse(
            CircuitsKeptFor <= TimeSpan.Zero || CircuitsKeptFor > TimeSpan.FromDays(1), this,
            $"Web:CircuitsKeptFor {CircuitsKeptFor} is not more than 0 and at most a day.");
        OptionFaults.Refuse(
            MostEventStreams is < 1 or > MaxPossibleStreams, this,
            $"Web:MostEventStreams {MostEventStreams} is not from 1 to 10,000.");
    }
}
