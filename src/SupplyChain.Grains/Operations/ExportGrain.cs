using Orleans.Concurrency;
using SupplyChain.Journal;
using SupplyChain.Orders;

namespace SupplyChain.Operations;

/// <summary>Reads a tenant's events out of the journal and opens what is personal in them.</summary>
[GrainType("export"), StatelessWorker, Reentrant]
public sealed class ExportGrain(IJournal journal, OrderAddresses addresses) : Grain, IExportGrain
{
    private const int MaxStepEvents = 1_000;

    // An export never takes the connections of those who keep the lists.
    private static readonly SemaphoreSlim OneReads = new(1);

    private TenantId Tenant => this.GetPrimaryKeyString();

    /// <inheritdoc/>
    public Task<ExportPage?> Events(ReadExport query) => Queries.Run(async () =>
        PositionOf(query.After, Position.Start) is not { } after ? null
        : PositionOf(query.Until, await journal.TailPositionAsync()) is not { } until ? null
        : await ReadAsync(after, until, Math.Clamp(query.Limit, 1, MaxStepEvents)));

    private async Task<ExportPage?> ReadAsync(Position after, Position until, int limit)
    {
        var rows = await NextAsync(after, limit);
        var events = new List<ExportedEvent>();
        foreach (var row in rows.TakeWhile(row => row.Position <= until))
        {
            after = row.Position;
            if (row.Stream.Tenant == Tenant)
                events.Add(await EventAsync(row));
        }
        var isLast = rows.Count == 0 || rows[^1].Position >= until;
        return new(events.ToItems(), isLast ? null : after.ToString(), until.ToString());
    }

    private async Task<IReadOnlyList<JournaledEvent>> NextAsync(Position after, int limit)
    {
        await OneReads.WaitAsync();
        try
        {
            return await journal.ReadTailAsync(after, limit);
        }
        finally
        {
            OneReads.Release();
        }
    }

    private async Task<ExportedEvent> EventAsync(JournaledEvent row)
    {
        var shown = PublishedEvents.Of(row);
        return new(AuditGrain.Entry(row, shown), row.OccurredAt, shown.Data, await PersonalAsync(row));
    }

    /// <summary>What is personal in an event: only orders have such fields.</summary>
    private async Task<PersonalFields?> PersonalAsync(JournaledEvent row)
    {
        if (row.Stream.Kind != Order.Kind)
            return null;
        var (customer, stored) = EventCodec.Decode<OrderEvent>(row.Type, row.Schema, row.Data) switch
        {
            OrderEvent.Placed placed => (placed.Customer, placed.ShipTo),
            OrderEvent.Amended amended => (await CustomerAsync(row.Stream), amended.ShipTo),
            _ => default,
        };
        if (stored is null)
            return null;
        var opened = await addresses.OpenAsync(Tenant, customer, stored);
        return opened is { Name: null, Address: null } ? null : new(opened.Name, opened.Address);
    }

    /// <summary>Whose order it is: its first event says so.</summary>
    private async Task<CustomerId> CustomerAsync(StreamId order)
    {
        var first = (await journal.ReadStreamAsync(order, 1, 1))[0];
        return ((OrderEvent.Placed)EventCodec.Decode<OrderEvent>(first.Type, first.Schema, first.Data)).Customer;
    }

    private static Position? PositionOf(string? text, Position otherwise) =>
        text is null ? otherwise : Position.TryParse(text, out var position) ? position : null;
}
