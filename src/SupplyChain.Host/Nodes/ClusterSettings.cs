using System.Net;

namespace SupplyChain.Host.Nodes;

/// <summary>How a node takes part in a cluster on Postgres.</summary>
internal sealed class ClusterSettings
{
    /// <summary>Where the database is; it may hold a password, so it is never shown.</summary>
    public required string Postgres { get; init; }

    /// <summary>What the node does.</summary>
    public required NodeRole Role { get; init; }

    /// <summary>The name that stays when a cluster is replaced by another.</summary>
    public required string ServiceId { get; init; }

    /// <summary>The address at which the other nodes find this one.</summary>
    public required IPAddress Advertise { get; init; }

    /// <summary>Whose warehouses live in the node, and their stock, while it is there; null: any warehouse's.</summary>
    public required string? Region { get; init; }

    /// <summary>The port the gateway listens on; null: the one that clients are told.</summary>
    public required int? GatewayListensOn { get; init; }

    /// <summary>Whether actors live in the node.</summary>
    public bool HasActors => Role is not NodeRole.Web;

    /// <summary>Whether the node has the REST interface.</summary>
    public bool HasRest => Role is not NodeRole.Silo;
}
