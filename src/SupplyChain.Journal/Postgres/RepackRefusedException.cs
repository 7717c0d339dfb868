namespace SupplyChain.Journal.Postgres;

/// <summary>The journal cannot be made one table, or is one; the message says why, and what to do.</summary>
public sealed class RepackRefusedException(string message, Exception? inner = null) : Exception(message, inner);
