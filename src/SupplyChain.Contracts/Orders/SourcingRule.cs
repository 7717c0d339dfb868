using System.Text.Json.Serialization;

namespace SupplyChain.Orders;

/// <summary>The goal that decided for a warehouse against the best rejected one.</summary>
[GenerateSerializer, Alias("sourcing-rule")]
[JsonConverter(typeof(JsonStringEnumConverter<SourcingRule>))]
public enum SourcingRule
{
    /// <summary>More units could be reserved now.</summary>
    [JsonStringEnumMemberName("mostUnits")] MostUnits = 1,

    /// <summary>More units arrive by their scheduled date.</summary>
    [JsonStringEnumMemberName("onTime")] OnTime = 2,

    /// <summary>The order needs fewer shipments.</summary>
    [JsonStringEnumMemberName("fewestShipments")] FewestShipments = 3,

    /// <summary>The warehouse has a better priority band.</summary>
    [JsonStringEnumMemberName("priorityBand")] PriorityBand = 4,

    /// <summary>Transport costs less; an unknown cost ranks last.</summary>
    [JsonStringEnumMemberName("lowestCost")] LowestCost = 5,

    /// <summary>The goods arrive earlier; an unknown arrival ranks last.</summary>
    [JsonStringEnumMemberName("earliestArrival")] EarliestArrival = 6,

    /// <summary>Everything else was equal: the lower warehouse id.</summary>
    [JsonStringEnumMemberName("id")] Id = 7,

    /// <summary>The line names its warehouse.</summary>
    [JsonStringEnumMemberName("pinned")] Pinned = 8,

    /// <summary>No other warehouse could supply the line.</summary>
    [JsonStringEnumMemberName("onlyCandidate")] OnlyCandidate = 9,
}
