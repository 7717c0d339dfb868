namespace SupplyChain.Orders;

/// <summary>Where a claim stands among the lines that wait.</summary>
[GenerateSerializer, Alias("claim-place")]
public enum ClaimPlace : byte
{
    /// <summary>In front of all: its owner was asked to claim, since it is the next.</summary>
    First = 0,

    /// <summary>Behind those that wait before it, which keep what they can use: it was not asked.</summary>
    BehindQueue = 1,
}
