namespace SupplyChain.Journal.Postgres;

/// <summary>A stream as it was found.</summary>
internal sealed record LoadedStream(Snapshot? Snapshot, IReadOnlyList<JournaledEvent> Events)
{
    /// <summary>The version of the last event.</summary>
    public long Version => Events.Count > 0 ? Events[^1].Version : Snapshot?.Version ?? 0;

    /// <summary>The hash of the last event's row.</summary>
    public byte[] Hash => Events.Count > 0 ? Events[^1].Hash : Snapshot?.Hash ?? [];
}
