namespace SupplyChain.Journal;

/// <summary>A stored event of a type or schema this version does not know.</summary>
public sealed class UnknownEventException(string message, Exception? inner = null) : Exception(message, inner);
