namespace SupplyChain.Network;

/// <summary>Whether a warehouse may be sourced from.</summary>
[GenerateSerializer, Alias("warehouse-status")]
public enum WarehouseStatus
{
    /// <summary>Orders may be sourced from it.</summary>
    Open = 1,

    /// <summary>Nothing new is sourced from it; what can still move is moved.</summary>
    Closed = 2,
}
