using SupplyChain.Journal;
using SupplyChain.Operations;

namespace SupplyChain.Events;

/// <summary>
/// A row of the journal for all readers of events: what it is published as is made once, when the first wants it.
/// </summary>
internal sealed class FollowedEvent(JournaledEvent row)
{
    /// <summary>Where it stands in the journal.</summary>
    public Position Position => row.Position;

    /// <summary>Whose it is.</summary>
    public TenantId Tenant => row.Stream.Tenant;

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset RecordedAt => row.RecordedAt;

    /// <summary>What it happened to.</summary>
    public string Subject => field ??= $"{row.Stream.Kind}/{row.Stream.Id}";

    /// <summary>The type it is published under.</summary>
    public string Type => field ??= EventCodec.HasFormerNames(row.Type)
        ? Event.Type
        : PublishedTypes.Name(row.Type, EventCodec.PublishedSchema(row.Type, row.Schema));

    /// <summary>What readers get; all of them the same.</summary>
    /// <exception cref="UnavailableException">A newer node wrote it.</exception>
    public PublishedEvent Event =>
        field ?? Interlocked.CompareExchange(ref field, PublishedEvents.Of(row), null) ?? field;

    /// <summary>How many of events in their order do not come after a position.</summary>
    public static int IndexAfter(Position position, int count, Func<int, FollowedEvent> at)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = at(middle).Position > position ? (low, middle) : (middle + 1, high);
        }
        return low;
    }

    /// <summary>About how much memory it takes, published, in bytes.</summary>
    public int Bytes => 900 + 4 * row.Data.Length;
}
