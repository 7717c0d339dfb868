namespace SupplyChain.Journal;

/// <summary>
/// The store did not answer as it should; whether the append landed is unknown. Retrying with the same ids is safe.
/// </summary>
public sealed class JournalUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
