using System.Text.Json.Serialization;

namespace SupplyChain.Inventory;

/// <summary>A reservation within a stock item: for which demand, and which attempt at it.</summary>
/// <param name="Owner">Who owns the demand.</param>
/// <param name="Line">The number of the owner's line.</param>
/// <param name="Origin">Who numbers the attempts.</param>
/// <param name="Attempt">The attempt's number.</param>
[GenerateSerializer, Immutable, Alias("reservation-key")]
public sealed record ReservationKey(
    [property: Id(0), JsonPropertyName("order")] DemandOwner Owner,
    [property: Id(1)] int Line,
    [property: Id(2)] ReservationOrigin Origin,
    [property: Id(3)] int Attempt)
{
    /// <summary>The demand.</summary>
    [JsonIgnore]
    public DemandId Demand => new(Owner, Line);

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Demand}/{(Origin == ReservationOrigin.Owner ? 'o' : 'b')}{Attempt}";
}

/// <summary>Who numbers a reservation's attempts.</summary>
[GenerateSerializer, Alias("reservation-origin")]
public enum ReservationOrigin
{
    /// <summary>The owner of the demand itself.</summary>
    [JsonStringEnumMemberName("Order")] Owner = 0,

    /// <summary>The backlog of the product, for a waiting line.</summary>
    Backlog = 1,
}
