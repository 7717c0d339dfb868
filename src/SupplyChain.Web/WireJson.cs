using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SupplyChain.Imports;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain;

/// <summary>How answers are written: camelCase, enums as texts, absent optional members left out.</summary>
internal static class WireJson
{
    /// <summary>Members that are left out when they have no value; all others say <c>null</c>.</summary>
    private static readonly Dictionary<Type, string[]> Optional = new()
    {
        [typeof(Problem)] = ["detail"],
        [typeof(ProblemError)] = ["pointer", "parameter"],
        [typeof(WarehouseDetails)] =
        [
            "latitude", "longitude", "country", "unlocode", "gln", "region", "timeZone", "closedReason", "closedSince",
            "closing",
        ],
        [typeof(ProductDetails)] = ["gtin", "unitWeightKg", "unitVolumeM3"],
        [typeof(LedgerEntry)] = ["order"],
        [typeof(OrderDetails)] = ["rejection"],
        [typeof(OrderPolicy)] = ["maxShipments"],
        [typeof(OrderLineDetails)] = ["warehouse", "value"],
        [typeof(AllocationDetails)] = ["shipment"],
        [typeof(Why)] = ["equal", "figures"],
        [typeof(RejectedCandidate)] = ["lostAt", "figures"],
        [typeof(ShipTo)] = ["latitude", "longitude", "unlocode", "name", "address"],
        [typeof(ShipmentDetails)] = ["carrier", "trackingNumber", "weightKg", "freight", "exception", "sscc"],
        [typeof(ShipmentSummary)] = ["carrier", "trackingNumber", "exception"],
        [typeof(ShipmentDestination)] = ["latitude", "longitude", "unlocode"],
        [typeof(ShipmentReport)] = ["location"],
        [typeof(Milestone)] = ["location", "note"],
        [typeof(KpiAnswer)] = ["values", "groups"],
        [typeof(KpiAnswer.Group)] = ["values"],
    };

    /// <summary>Those whose <c>data</c> is JSON already and is written as it is.</summary>
    public static readonly HashSet<Type?> WithJsonData =
        [typeof(HistoryEntry), typeof(OrderStoryEntry), typeof(CloudEvent)];

    /// <summary>The options answers are written with.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>The members of a type that are left out when they have no value.</summary>
    public static IEnumerable<string> OptionalMembers(Type type) => Optional.GetValueOrDefault(type) ?? [];

    /// <summary>Makes options write as answers are written.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new JsonStringEnumConverter<MilestoneKind>(JsonNamingPolicy.CamelCase, false));
        options.Converters.Add(new JsonStringEnumConverter<ImportStatus>(JsonNamingPolicy.CamelCase, false));
        options.Converters.Add(new JsonStringEnumConverter<ImportSeverity>(JsonNamingPolicy.CamelCase, false));
        options.Converters.Add(new JsonStringEnumConverter<KpiGrouping>(JsonNamingPolicy.CamelCase, false));
        options.Converters.Add(new JsonStringEnumConverter(allowIntegerValues: false));
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Shape } };
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions();
        Apply(options);
        options.MakeReadOnly();
        return options;
    }

    private static void Shape(JsonTypeInfo type)
    {
        if (Optional.TryGetValue(type.Type, out var names))
        {
            foreach (var property in type.Properties.Where(property => names.Contains(property.Name)))
                property.ShouldSerialize = (_, value) => value is not null;
        }

        if (type.Type == typeof(WarehouseDetails))
            type.Properties.Remove(type.Properties.Single(property => property.Name == "closingVersion"));
        if (WithJsonData.Contains(type.Type))
            type.Properties.Single(property => property.Name == "data").CustomConverter = new RawJsonConverter();
    }
}
