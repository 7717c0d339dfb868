using SupplyChain.Journal;

namespace SupplyChain;

/// <summary>A stream of an actor, whatever is in it.</summary>
internal interface IJournaledStream
{
    /// <summary>The stream.</summary>
    StreamId Id { get; }

    /// <summary>The version of its newest event, durable or not.</summary>
    long Version { get; }

    /// <summary>Completes when the newest append is durable.</summary>
    Task LastAppend { get; }

    /// <summary>When it was known last that no other activation had written to it.</summary>
    long ConfirmedAt { get; set; }
}
