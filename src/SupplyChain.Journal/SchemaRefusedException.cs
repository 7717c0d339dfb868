namespace SupplyChain.Journal;

/// <summary>
/// A database has a schema that this version did not make: newer, changed by hand, or something else entirely.
/// </summary>
public sealed class SchemaRefusedException(string message, Exception? inner = null) : Exception(message, inner);
