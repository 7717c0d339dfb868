namespace SupplyChain;

/// <summary>A page of a list.</summary>
/// <param name="Items">The entries.</param>
/// <param name="Next">Where the next page begins (opaque); null at the end.</param>
[SchemaName("Page")]
public sealed record PageAnswer<T>(Items<T> Items, string? Next);
