using SupplyChain.Host.Nodes.Rehearsing;

namespace SupplyChain.Host.Nodes;

/// <summary>How a node is to run.</summary>
internal sealed record NodeOptions
{
    /// <summary>The environment in which every program on the machine may do everything.</summary>
    public const string Development = "Development";

    /// <summary>Whether the demo world lives in it.</summary>
    public required bool Demo { get; init; }

    /// <summary>The full path of the data directory.</summary>
    public required string Data { get; init; }

    /// <summary>Where the web part answers.</summary>
    public required IReadOnlyList<string> Urls { get; init; }

    /// <summary>The port of the silo; null for the usual or any free one.</summary>
    public required int? SiloPort { get; init; }

    /// <summary>The port of the gateway; null for the usual or any free one.</summary>
    public required int? GatewayPort { get; init; }

    /// <summary>The cluster's name.</summary>
    public required string ClusterId { get; init; }

    /// <summary>How it takes part in a cluster; null when it is one by itself.</summary>
    public required ClusterSettings? Cluster { get; init; }

    /// <summary>What it shows to other nodes and to clients, and wants to see of them; null: nothing.</summary>
    public ClusterCertificate? Certificate { get; init; }

    /// <summary>The environment's name.</summary>
    public required string Environment { get; init; }

    /// <summary>Whether callers need no key, as in Development.</summary>
    public bool IsOpen => Environment.Equals(Development, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether each line of the log is a JSON object.</summary>
    public bool JsonLogs { get; init; }

    /// <summary>What it does in a rehearsal; null for a node that serves.</summary>
    public RehearsalPart? Rehearsal { get; init; }

    /// <summary>Whose entities the node works on: there is one tenant.</summary>
    public static TenantId Tenant => "demo";
}
