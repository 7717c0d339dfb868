namespace SupplyChain;

/// <summary>What an audit found.</summary>
public sealed class AuditFindings
{
    private const int MostTold = 200;
    private readonly List<string> _told = [];

    /// <summary>How many acknowledged operations left nothing behind.</summary>
    public int Lost { get; private set; }

    /// <summary>How many operations had their effect more than once.</summary>
    public int Duplicated { get; private set; }

    /// <summary>How many operations had their effect long after everybody had given them up.</summary>
    public int Stale { get; private set; }

    /// <summary>How many events there are.</summary>
    public int Events { get; internal set; }

    /// <summary>What is wrong, in words; nothing when all is well. Of many, the first.</summary>
    public IReadOnlyList<string> Told => _told;

    internal void LostOne(string what)
    {
        Lost++;
        Add($"lost: {what}");
    }

    internal void DoubledOne(string what)
    {
        Duplicated++;
        Add($"doubled: {what}");
    }

    internal void StaleOne(string what)
    {
        Stale++;
        Add($"stale: {what}");
    }

    internal void Add(string finding)
    {
        if (_told.Count < MostTold)
            _told.Add(finding);
    }
}
