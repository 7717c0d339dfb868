using System.Globalization;
using SupplyChain.Inventory;
using SupplyChain.Journal;
using SupplyChain.Shipments;

namespace SupplyChain.Orders;

/// <summary>
/// Where an event stands in an order's story: by when it was recorded; of one instant, the order's own come first.
/// </summary>
internal sealed record StoryPlace(DateTimeOffset RecordedAt, int Lane, string Id, long Version)
    : IComparable<StoryPlace>
{
    private const char Separator = '~';
    private static readonly string[] Lanes = [Order.Kind, StockItem.Kind, Backlog.Kind, Shipment.Kind];

    /// <summary>The place of an event.</summary>
    public static StoryPlace Of(StreamId stream, long version, DateTimeOffset recordedAt) =>
        new(recordedAt, Array.IndexOf(Lanes, stream.Kind), stream.Id, version);

    /// <inheritdoc/>
    public int CompareTo(StoryPlace? other) => other is null ? 1
        : (RecordedAt, Lane).CompareTo((other.RecordedAt, other.Lane)) is not 0 and var first ? first
        : string.CompareOrdinal(Id, other.Id) is not 0 and var second ? second
        : Version.CompareTo(other.Version);

    /// <summary>
    /// Text for clients; read back by <see cref="Parse"/>. An id may hold the separator: it comes last.
    /// </summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{RecordedAt.UtcTicks:x}{Separator}{Lane}{Separator}{Version}{Separator}{Id}");

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="MalformedCursorException">It was never given out.</exception>
    public static StoryPlace Parse(string text)
    {
        var parts = text.Split(Separator, 4);
        return parts.Length == 4
            && long.TryParse(parts[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var ticks)
            && ticks >= 0 && ticks <= DateTimeOffset.MaxValue.Ticks
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var lane)
            && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new(new(ticks, TimeSpan.Zero), lane, parts[3], version)
            : throw new MalformedCursorException(text);
    }
}
