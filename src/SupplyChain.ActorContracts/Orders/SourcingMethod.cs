using System.Text.Json.Serialization;

namespace SupplyChain.Orders;

/// <summary>How a sourcing plan was found.</summary>
[GenerateSerializer, Alias("sourcing-method")]
[JsonConverter(typeof(JsonStringEnumConverter<SourcingMethod>))]
public enum SourcingMethod
{
    /// <summary>No other plan is better by the goals.</summary>
    [JsonStringEnumMemberName("exact")] Exact = 1,

    /// <summary>A good plan; the problem was too large to prove it the best.</summary>
    [JsonStringEnumMemberName("greedy")] Greedy = 2,
}
