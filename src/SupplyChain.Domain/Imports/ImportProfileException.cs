namespace SupplyChain.Imports;

/// <summary>A profile is not as it has to be; the message names everything that is wrong with it.</summary>
public sealed class ImportProfileException(string message) : Exception(message);
