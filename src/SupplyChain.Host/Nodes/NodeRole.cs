namespace SupplyChain.Host.Nodes;

/// <summary>What a node of a cluster does.</summary>
internal enum NodeRole
{
    /// <summary>Everything.</summary>
    All,

    /// <summary>Actors; over HTTP only its health.</summary>
    Silo,

    /// <summary>REST over the actors of other nodes.</summary>
    Web,
}
