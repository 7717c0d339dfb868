namespace SupplyChain.Orders;

/// <summary>What a warehouse is to a line.</summary>
internal enum SourcingFit : byte
{
    /// <summary>The line must not use it.</summary>
    NotAllowed,

    /// <summary>Its goods would arrive after the scheduled date, or that is unknown.</summary>
    Late,

    /// <summary>Its goods would arrive in time.</summary>
    OnTime,
}
