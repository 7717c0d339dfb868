namespace SupplyChain.Journal.Sqlite;

/// <summary>Another process works in the data directory.</summary>
public sealed class DataDirectoryInUseException(string message, Exception? inner = null) : Exception(message, inner);
