namespace SupplyChain.Journal;

/// <summary>The journal's queue is full. Nothing was queued.</summary>
public sealed class JournalBusyException(string message, Exception? inner = null) : Exception(message, inner);
