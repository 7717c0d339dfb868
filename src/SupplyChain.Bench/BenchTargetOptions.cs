namespace SupplyChain.Bench;

/// <summary>Which nodes are to be measured.</summary>
internal sealed record BenchTargetOptions
{
    /// <summary>The gateway of a node that runs.</summary>
    public required string Gateway { get; init; }

    /// <summary>The database of a cluster; it may hold a password. Null for a node by itself.</summary>
    public required string? Postgres { get; init; }

    /// <summary>The cluster's name.</summary>
    public required string ClusterId { get; init; }

    /// <summary>The node that takes the orders over REST; null when the SDK places them.</summary>
    public required Uri? Rest { get; init; }

    /// <summary>How many nodes are started for the measurement; 0 takes those that run.</summary>
    public required int NodesToStart { get; init; }

    /// <summary>How long callers of the SDK give a call.</summary>
    public required TimeSpan Deadline { get; init; }

    /// <summary>The processes of nodes that run already.</summary>
    public required IReadOnlyList<int> ProcessIds { get; init; }
}
