using SupplyChain.Journal;
using static SupplyChain.Network.WarehouseEvent;

namespace SupplyChain.Network;

/// <summary>
/// When warehouses were closed. What ends in a warehouse was an exception if it lived through a closing; the read
/// tables keep only what is still there, so the closings come from the journal, when one is asked for.
/// </summary>
internal sealed class WarehouseClosings(IJournal journal)
{
    private readonly Dictionary<StreamId, IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)>> _known = [];
    private readonly HashSet<StreamId> _asked = [];

    /// <summary>A batch will ask for this warehouse.</summary>
    public void Ask(StreamId warehouse)
    {
        if (!_known.ContainsKey(warehouse))
        {
            _asked.Add(warehouse);
        }
    }

    /// <summary>Something happened to a warehouse.</summary>
    public void Forget(StreamId warehouse) => _known.Remove(warehouse);

    /// <summary>Reads what was asked for.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        foreach (var warehouse in _asked)
        {
            _known[warehouse] = Fold(await journal.ReadStreamAsync(warehouse, 1, cancellationToken: cancellationToken));
        }
        _asked.Clear();
    }

    /// <summary>The newest closing that overlaps a time; null when none does.</summary>
    public (DateTimeOffset From, DateTimeOffset To)? During(
        StreamId warehouse, DateTimeOffset since, DateTimeOffset until)
    {
        var overlaps = from closing in _known.GetValueOrDefault(warehouse) ?? []
                       let begin = closing.From > since ? closing.From : since
                       let end = closing.To < until ? closing.To : until
                       where begin < end
                       select (begin, end);
        return overlaps.Select(overlap => ((DateTimeOffset, DateTimeOffset)?)overlap).LastOrDefault();
    }

    private static List<(DateTimeOffset, DateTimeOffset)> Fold(IEnumerable<JournaledEvent> events)
    {
        var closings = new List<(DateTimeOffset, DateTimeOffset)>();
        DateTimeOffset? closed = null;
        foreach (var @event in events.Select(
            row => EventCodec.Decode<WarehouseEvent>(row.Type, row.Schema, row.Data)))
        {
            if (@event is Closed { At: var from })
            {
                closed = from;
            }
            else if (@event is Opened { At: var to } && closed is { } since)
            {
                closings.Add((since, to));
                closed = null;
            }
        }
        if (closed is { } open)
        {
            closings.Add((open, DateTimeOffset.MaxValue));
        }
        return closings;
    }
}
