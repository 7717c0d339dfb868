namespace SupplyChain;

/// <summary>A page of a list.</summary>
/// <param name="Items">The entries.</param>
/// <param name="Next">Where the next page begins (opaque); null at the end.</param>
[GenerateSerializer, Immutable, Alias("page`1")]
public sealed record Page<T>([property: Id(0)] Items<T> Items, [property: Id(1)] string? Next);
