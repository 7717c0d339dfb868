namespace SupplyChain;

/// <summary>Too much is waiting already; nothing was stored. Try again after a moment.</summary>
[GenerateSerializer, Alias("busy")]
public sealed class BusyException(string message) : Exception(message);
