namespace SupplyChain;

/// <summary>A stored event of a type or schema this version does not know.</summary>
public sealed class UnknownEventException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>An event that only a newer version can have written.</summary>
    public static UnknownEventException Newer(string type, int schema) =>
        new($"Event {type} schema {schema} was written by a newer version.");
}
