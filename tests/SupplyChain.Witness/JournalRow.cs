namespace SupplyChain;

/// <summary>One event as it lies in the journal's table.</summary>
internal sealed record JournalRow(
    string Kind, string Id, long Version, string Type, DateTime RecordedAt, byte[] Data)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {Id} version {Version} ({Type})";
}
