using System.Text.Json.Serialization;

namespace SupplyChain.Orders;

/// <summary>Why a warehouse was not chosen for a line.</summary>
[GenerateSerializer, Alias("rejection-reason")]
[JsonConverter(typeof(JsonStringEnumConverter<RejectionReason>))]
public enum RejectionReason
{
    /// <summary>Too few units left for this line.</summary>
    [JsonStringEnumMemberName("noStock")] NoStock = 1,

    /// <summary>The warehouse is closed.</summary>
    [JsonStringEnumMemberName("closed")] Closed = 2,

    /// <summary>Equal in every goal, but farther away.</summary>
    [JsonStringEnumMemberName("farther")] Farther = 3,

    /// <summary>The goods would arrive later.</summary>
    [JsonStringEnumMemberName("later")] Later = 4,

    /// <summary>Transport would cost more.</summary>
    [JsonStringEnumMemberName("costlier")] Costlier = 5,

    /// <summary>The order or the line would be split further, without need or against its policy.</summary>
    [JsonStringEnumMemberName("moreSplits")] MoreSplits = 6,

    /// <summary>The warehouse has a lower priority band.</summary>
    [JsonStringEnumMemberName("lowerBand")] LowerBand = 7,

    /// <summary>Its stock is kept for lines that wait already.</summary>
    [JsonStringEnumMemberName("rationed")] Rationed = 8,

    /// <summary>Where it is, is not known, so neither cost nor arrival can be told.</summary>
    [JsonStringEnumMemberName("unknownLocation")] UnknownLocation = 9,
}
