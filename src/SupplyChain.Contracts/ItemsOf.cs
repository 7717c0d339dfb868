namespace SupplyChain;

/// <summary>Makes <see cref="Items{T}"/>.</summary>
public static class Items
{
    /// <summary>Copies the elements.</summary>
    public static Items<T> Create<T>(ReadOnlySpan<T> elements) => new(elements.ToArray());

    /// <summary>Copies the elements.</summary>
    public static Items<T> ToItems<T>(this IEnumerable<T> elements) => new(elements.ToArray());
}
