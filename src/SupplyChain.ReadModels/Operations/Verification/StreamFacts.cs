namespace SupplyChain.Operations.Verification;

/// <summary>What is known of a stream from its rows alone.</summary>
internal sealed class StreamFacts
{
    /// <summary>The version of the newest event.</summary>
    public long Version { get; set; }

    /// <summary>Its hash.</summary>
    public byte[] Hash { get; set; } = [];

    /// <summary>The work it left.</summary>
    public UnfinishedWork Work { get; set; }

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset RecordedAt { get; set; }

    /// <summary>The causes of its events; null while no event has one.</summary>
    public HashSet<string>? Causes { get; set; }
}
