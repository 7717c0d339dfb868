namespace SupplyChain;

/// <summary>The command could not be carried out now, or it is unknown whether it was; trying again with the same id is
/// safe.</summary>
[GenerateSerializer, Alias("unavailable")]
public sealed class UnavailableException(string message) : Exception(message);
