namespace SupplyChain.Tables;

/// <summary>How often the tables were wanted anew, and how often they were built anew.</summary>
/// <param name="Wanted">The number of the newest wish.</param>
/// <param name="Done">The number of the newest wish that was granted; negative while the tables are new.</param>
/// <param name="Percent">Progress of the one that runs.</param>
internal sealed record RebuildState(long Wanted, long Done, double Percent)
{
    /// <summary>Whether one runs.</summary>
    public bool Runs => Wanted > Done;

    /// <summary>
    /// Whether the tables in use are being filled for the first time: there are none that were complete before.
    /// </summary>
    public bool IsFirst => Done < 0;
}
