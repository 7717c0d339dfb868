using System.Text.Json.Serialization;
using SupplyChain.Inventory;
using SupplyChain.Planner;
using SupplyChain.Planner.Entities;
using SupplyChain.Shipments;

namespace SupplyChain.Orders;

/// <summary>Everything the page of an order's story shows.</summary>
/// <param name="EntityId">The order's number.</param>
/// <param name="Entries">A page of the events that belong to it, as recorded.</param>
/// <param name="Sites">The names of the warehouses, by id.</param>
/// <param name="At">When it was read.</param>
public sealed record OrderStorySeen(
    string EntityId,
    Page<OrderStoryEntry> Entries,
    IReadOnlyDictionary<string, string> Sites,
    DateTimeOffset At) : ISeen
{
    /// <summary>The actors' kinds, as the lanes stand.</summary>
    public static readonly string[] Lanes = ["order", "backlog", "stock", "shipment"];

    /// <summary>The events of one command after another: what stands together came from the same call.</summary>
    [JsonIgnore]
    public IEnumerable<OrderStoryEntry[]> Calls
    {
        get
        {
            List<OrderStoryEntry> call = [];
            foreach (var entry in Entries.Items)
            {
                if (call.Count > 0 && call[0].Correlation != entry.Correlation)
                {
                    yield return [.. call];
                    call.Clear();
                }

                call.Add(entry);
            }

            if (call.Count > 0)
                yield return [.. call];
        }
    }

    /// <summary>The kind of actor an event is of.</summary>
    public static string Lane(OrderStoryEntry entry) =>
        entry.Subject[..entry.Subject.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>The id of the actor an event is of.</summary>
    public static string ActorId(OrderStoryEntry entry) =>
        entry.Subject[(entry.Subject.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>An event in a planner's words: the glyph, what happened, the detail, and the actor's page.</summary>
    internal (Look Title, string Detail, string Href) Told(OrderStoryEntry entry)
    {
        var (id, it) = (ActorId(entry), EventData.Of(entry.Data));
        switch (Lane(entry))
        {
            case "stock":
                var item = StockItemId.Parse(id);
                return (StockStory.Of(entry.Type, it, EntityId), $"{item.Sku} in {Site(item.Warehouse.Value)}",
                    $"/inventory/{item.Sku}?warehouse={item.Warehouse}");
            case "backlog":
                var (waits, from) = BacklogStory.Of(entry.Type, it, EntityId, Site);
                return (waits, from.Length > 0 ? $"{id} from {from}" : id, $"/inventory/{id}/holders");
            case "shipment":
                var (moves, detail) = ShipmentStory.Of(entry.Type, it);
                return (moves, detail.Length > 0 ? $"{id}, {Site(detail)}" : id,
                    $"/shipments/{id}?asOf={entry.Version}");
            default:
                var (order, what) = StoryWords.Of(entry.Type, it, Site);
                return (order, what, $"/orders/{EntityId}?asOf={entry.Version}");
        }
    }

    private string Site(string id) => Sites.GetValueOrDefault(id) ?? id;
}
