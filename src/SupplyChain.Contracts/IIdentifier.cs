namespace SupplyChain;

/// <summary>
/// A client-chosen identifier: 1 to 100 characters, <c>[A-Za-z0-9][A-Za-z0-9._:~-]*</c>, case-sensitive.
/// </summary>
/// <typeparam name="TSelf">The identifier type itself.</typeparam>
public interface IIdentifier<TSelf> where TSelf : struct, IIdentifier<TSelf>
{
    /// <summary>The text as the client wrote it.</summary>
    string Value { get; }

    /// <summary>Wraps a text without checking it; check with <see cref="Identifier.IsValid"/>.</summary>
    static abstract TSelf Of(string value);
}
