namespace SupplyChain.Journal.Postgres;

/// <summary>
/// The database cannot be used as it is configured; the message names the setting and what to do, and never a password.
/// </summary>
public sealed class DatabaseUnusableException(string message, Exception? inner = null) : Exception(message, inner);
