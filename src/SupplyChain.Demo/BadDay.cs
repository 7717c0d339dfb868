namespace SupplyChain.Demo;

/// <summary>A span in which a warehouse is closed.</summary>
/// <param name="From">When it closes.</param>
/// <param name="To">When it opens again.</param>
/// <param name="Reason">Why.</param>
internal sealed record BadDay(DateTimeOffset From, DateTimeOffset To, string Reason);
