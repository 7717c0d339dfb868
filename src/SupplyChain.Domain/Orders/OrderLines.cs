using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace SupplyChain.Orders;

/// <summary>
/// The lines of an order by number. Immutable: an array in the order of the numbers, because orders have few lines and
/// each event reads all of them.
/// </summary>
[JsonConverter(typeof(OrderLinesJsonConverter))]
public sealed class OrderLines : IReadOnlyDictionary<int, OrderLine>
{
    private readonly OrderLine[] _lines;

    private OrderLines(OrderLine[] lines) => _lines = lines;

    /// <summary>No lines.</summary>
    public static OrderLines Empty { get; } = new([]);

    /// <summary>The lines in the order of their numbers.</summary>
    public Items<OrderLine> Values => new(_lines);

    /// <inheritdoc/>
    public int Count => _lines.Length;

    /// <inheritdoc/>
    public IEnumerable<int> Keys => _lines.Select(line => line.Line);

    /// <inheritdoc/>
    IEnumerable<OrderLine> IReadOnlyDictionary<int, OrderLine>.Values => _lines;

    /// <inheritdoc/>
    public OrderLine this[int key] => _lines[IndexOf(key)];

    /// <summary>Lines by their numbers.</summary>
    /// <exception cref="ArgumentException">Two have the same number.</exception>
    public static OrderLines Of(IEnumerable<OrderLine> lines)
    {
        var sorted = lines.ToArray();
        Array.Sort(sorted, static (one, other) => one.Line.CompareTo(other.Line));
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].Line == sorted[i - 1].Line)
            {
                throw new ArgumentException($"Two lines have the number {sorted[i].Line}.", nameof(lines));
            }
        }
        return sorted.Length == 0 ? Empty : new(sorted);
    }

    /// <inheritdoc/>
    public bool ContainsKey(int key) => Find(key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(int key, [MaybeNullWhen(false)] out OrderLine value)
    {
        var index = Find(key);
        value = index >= 0 ? _lines[index] : null;
        return value is not null;
    }

    /// <summary>Whether something is so of one of them.</summary>
    public bool Any(Func<OrderLine, bool> isSo)
    {
        foreach (var line in _lines)
        {
            if (isSo(line))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>With more lines.</summary>
    /// <exception cref="ArgumentException">There is a line of one of their numbers.</exception>
    public OrderLines Add(IEnumerable<OrderLine> lines) => Of(_lines.Concat(lines));

    /// <summary>Every line changed; when each comes back as it was, these are the same lines.</summary>
    public OrderLines Map(Func<OrderLine, OrderLine> change)
    {
        var lines = _lines;
        for (var i = 0; i < lines.Length; i++)
        {
            var changed = change(lines[i]);
            if (!ReferenceEquals(changed, lines[i]))
            {
                lines = ReferenceEquals(lines, _lines) ? [.. _lines] : lines;
                lines[i] = changed;
            }
        }
        return ReferenceEquals(lines, _lines) ? this : new(lines);
    }

    /// <summary>One line changed; when it comes back as it was, these are the same lines.</summary>
    public OrderLines With(int number, Func<OrderLine, OrderLine> change)
    {
        var index = IndexOf(number);
        var changed = change(_lines[index]);
        if (ReferenceEquals(changed, _lines[index]))
        {
            return this;
        }
        OrderLine[] lines = [.. _lines];
        lines[index] = changed;
        return new(lines);
    }

    /// <summary>Lines changed by what belongs to each; one that several parts belong to is changed by each of them in
    /// turn.</summary>
    public OrderLines With<T>(Items<T> parts, Func<T, int> lineOf, Func<OrderLine, T, OrderLine> change)
    {
        if (parts.Count == 0)
        {
            return this;
        }
        OrderLine[] lines = [.. _lines];
        foreach (var part in parts.AsSpan())
        {
            var index = IndexOf(lineOf(part));
            lines[index] = change(lines[index], part);
        }
        return new(lines);
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<int, OrderLine>> GetEnumerator() =>
        _lines.Select(line => KeyValuePair.Create(line.Line, line)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int IndexOf(int number) => Find(number) is >= 0 and var index
        ? index
        : throw new KeyNotFoundException($"There is no line {number}.");

    // Most orders number their lines from 1.
    private int Find(int number)
    {
        if ((uint)(number - 1) < (uint)_lines.Length && _lines[number - 1].Line == number)
        {
            return number - 1;
        }
        var (low, high) = (0, _lines.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var found = _lines[middle].Line;
            if (found == number)
            {
                return middle;
            }
            (low, high) = found < number ? (middle + 1, high) : (low, middle - 1);
        }
        return -1;
    }
}
