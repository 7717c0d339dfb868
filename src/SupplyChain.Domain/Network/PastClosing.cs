namespace SupplyChain.Network;

/// <summary>A time in which a warehouse was closed.</summary>
public sealed record PastClosing(DateTimeOffset From, DateTimeOffset To);
