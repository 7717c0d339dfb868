namespace SupplyChain.Journal;

/// <summary>
/// A database has a schema that this version did not make: newer, changed by hand, or something else entirely.
/// </summary>
public sealed class SchemaRefusedException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>A database with events that this version may not be able to read.</summary>
    public static SchemaRefusedException LevelTooHigh(string database, long level, int newest) => new(
        $"{database} has feature level {level}, and this version reads up to {newest}. Run the version that raised it, "
        + "or a later one.");
}
