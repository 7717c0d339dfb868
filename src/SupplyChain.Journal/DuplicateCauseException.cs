namespace SupplyChain.Journal;

/// <summary>The stream already holds an event with that cause. Nothing of this append landed.</summary>
public sealed class DuplicateCauseException(string message, Exception? inner = null) : Exception(message, inner);
