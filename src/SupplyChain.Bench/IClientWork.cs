namespace SupplyChain.Bench;

/// <summary>What one client does, one operation after the other.</summary>
internal interface IClientWork
{
    /// <summary>Does the next.</summary>
    Task<Outcome> DoAsync();
}
