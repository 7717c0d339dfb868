namespace SupplyChain.Imports;

/// <summary>A file cannot be read as a whole; the message says why, for people.</summary>
public sealed class ImportFileException(string message) : Exception(message);
