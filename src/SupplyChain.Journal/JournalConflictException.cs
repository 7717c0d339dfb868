namespace SupplyChain.Journal;

/// <summary>Another writer already wrote that version of the stream. Nothing of this append landed.</summary>
public sealed class JournalConflictException(string message, Exception? inner = null) : Exception(message, inner);
