namespace SupplyChain.Orders;

/// <summary>What an owner of demands has done with grants.</summary>
[GenerateSerializer, Alias("settlement")]
public enum Settlement : byte
{
    /// <summary>It holds their units.</summary>
    TakenOver = 0,

    /// <summary>Their units were given back, and the line waits on.</summary>
    GivenBack = 1,
}
