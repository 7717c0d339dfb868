using SupplyChain.Journal;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Imports;

/// <summary>
/// Counts what an import wrote, from the journal itself. What its calls caused carries its correlation; what then
/// follows by itself, an order that hears of its delivery, is known by its order or shipment.
/// </summary>
internal sealed class WrittenEvents(
    IJournal journal, TenantId tenant, string correlation, ImportPlan plan, Position from)
{
    private const string ByItself = "system";
    private const int MaxBatchEvents = 2_000;
    private readonly HashSet<string> _orders = [.. plan.Orders.Select(order => order.Number.Value)];
    private readonly HashSet<string> _shipments =
    [
        .. plan.Orders.SelectMany(order => order.Rows).Select(row => row.Shipment?.Value).OfType<string>(),
    ];

    private Position _after = from;

    /// <summary>Events since the last time.</summary>
    public async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        var count = 0L;
        while (await journal.ReadTailAsync(_after, MaxBatchEvents, cancellationToken) is { Count: > 0 } events)
        {
            count += events.LongCount(IsOurs);
            _after = events[^1].Position;
        }

        return count;
    }

    private bool IsOurs(JournaledEvent written) =>
        written.Stream.Tenant == tenant
        && written.Stream.Kind != ImportJob.Kind
        && (written.Correlation == correlation || (written.Actor == ByItself && Follows(written.Stream)));

    private bool Follows(StreamId stream) =>
        (stream.Kind == Order.Kind && _orders.Contains(stream.Id))
        || (stream.Kind == Shipment.Kind && _shipments.Contains(stream.Id));
}
