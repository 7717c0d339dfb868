using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace SupplyChain;

/// <summary>An immutable list that compares by its elements; never null, its default is empty.</summary>
[GenerateSerializer, Immutable, Alias("items`1")]
[CollectionBuilder(typeof(Items), nameof(Items.Create))]
[JsonConverter(typeof(ItemsJsonConverterFactory))]
public readonly struct Items<T>(T[]? elements) : IReadOnlyList<T>, IEquatable<Items<T>>
{
    [Id(0)] private readonly T[]? _elements = elements;

    /// <summary>How many elements there are.</summary>
    public int Count => _elements?.Length ?? 0;

    /// <summary>The element at an index from 0.</summary>
    public T this[int index] => (_elements ?? [])[index];

    /// <summary>The elements, without copying.</summary>
    public ReadOnlySpan<T> AsSpan() => _elements;

    /// <inheritdoc/>
    public bool Equals(Items<T> other) => AsSpan().SequenceEqual(other.AsSpan(), EqualityComparer<T>.Default);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Items<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var element in AsSpan())
        {
            hash.Add(element);
        }
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)(_elements ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether both hold the same elements in the same order.</summary>
    public static bool operator ==(Items<T> left, Items<T> right) => left.Equals(right);

    /// <summary>Whether they differ in an element or in their order.</summary>
    public static bool operator !=(Items<T> left, Items<T> right) => !left.Equals(right);
}
