using SupplyChain.Journal;
using SupplyChain.Network;
using SupplyChain.Orders;

namespace SupplyChain.Inventory;

/// <summary>
/// The streams of a product's supply. Their writers form a group: once an append to one has failed, what was decided
/// after it lands in none.
/// </summary>
internal sealed class SupplyStreams(ActorServices services, NetworkMap map, TenantId tenant, Sku sku)
{
    private const int MaxPageStreams = 1_000;

    private readonly PenGroup _pens = new();
    private readonly Dictionary<WarehouseId, StockItemStream> _items = [];
    private volatile StockItemStream[] _all = [];

    /// <summary>The stock items; among them may be some that never had stock. What is given out stays as it
    /// is.</summary>
    public StockItemStream[] Items => _all;

    /// <summary>What each of them has to give, by its number; never fewer than there are stock items.</summary>
    public AvailableUnits Available { get; } = new();

    /// <summary>The queue of lines that wait.</summary>
    public JournaledStream<Backlog, BacklogEvent> Backlog { get; } =
        new(services, new(tenant, Orders.Backlog.Kind, sku.Value));

    /// <summary>The stock item in a warehouse.</summary>
    public StockItemStream Item(WarehouseId warehouse)
    {
        if (!_items.TryGetValue(warehouse, out var item))
        {
            item = Add(warehouse, begun => begun.Begin(
                new OpenedStream(null, [], services.Journal.Continue(begun.Id, 0, [], _pens))));
        }
        return item;
    }

    /// <summary>Reads all of them.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        var backlog = services.Journal.OpenAllAsync(
            [Backlog.Id], Orders.Backlog.StateSchema, _pens, cancellationToken);
        var items = await services.Journal.OpenAllAsync(
            await KnownItems(cancellationToken), StockItem.StateSchema, _pens, cancellationToken);
        foreach (var opened in items)
        {
            Add(StockItemId.Parse(opened.Pen.Stream.Id).Warehouse, item => item.Begin(opened));
        }
        Backlog.Begin((await backlog)[0]);
    }

    /// <summary>Goes on with what another activation took along.</summary>
    public void Begin(CarriedSupply carried)
    {
        foreach (var (warehouse, state) in carried.Items)
        {
            Add(warehouse, item => item.Begin(state, _pens));
        }
        if (carried.Backlog is { } queue)
        {
            Backlog.Begin(queue, _pens);
        }
        else
        {
            Backlog.Begin(new OpenedStream(null, [], services.Journal.Continue(Backlog.Id, 0, [], _pens)));
        }
    }

    /// <summary>What another activation needs to go on, when nothing is pending; null when it is too much.</summary>
    public CarriedSupply? Carry(int maxBytes)
    {
        var (items, queue) = (new List<CarriedItem>(), Backlog.Carry());
        var bytes = queue?.Data.Length ?? 0;
        foreach (var item in Items.Where(item => item.Version > 0))
        {
            if (bytes > maxBytes || item.Carry() is not { } state)
            {
                return null;
            }
            bytes += state.Data.Length;
            items.Add(new(item.Warehouse, state));
        }
        return bytes > maxBytes ? null : new(items.ToItems(), queue);
    }

    /// <summary>Adds a stock item. It has begun before it is seen: others may be looking.</summary>
    private StockItemStream Add(WarehouseId warehouse, Action<StockItemStream> begin)
    {
        var item = new StockItemStream(
            services, tenant, new(sku, warehouse), _all.Length, Available, map.Entry(tenant, warehouse));
        begin(item);
        _items.Add(warehouse, item);
        _all = [.. _all, item];
        return item;
    }

    /// <summary>Every warehouse that ever had the product, from the journal's own list of streams.</summary>
    private async Task<List<StreamId>> KnownItems(CancellationToken cancellationToken)
    {
        var known = new List<StreamId>();
        for (IReadOnlyList<StreamId>? page = null; page is null || page.Count == MaxPageStreams;)
        {
            page = await services.Journal.ListStreamsAsync(
                tenant, StockItem.Kind, $"{sku}@", known.Count > 0 ? known[^1].Id : "", MaxPageStreams,
                cancellationToken);
            known.AddRange(page);
        }
        return known;
    }
}
