using System.Text.Json.Serialization;
using SupplyChain.Orders;

namespace SupplyChain.Inventory;

/// <summary>A reservation within a stock item: for which order line, and which attempt at it.</summary>
[GenerateSerializer, Immutable, Alias("reservation-key")]
public sealed record ReservationKey(
    [property: Id(0)] OrderId Order,
    [property: Id(1)] int Line,
    [property: Id(2)] ReservationOrigin Origin,
    [property: Id(3)] int Attempt)
{
    /// <summary>What the attempt numbers rise within.</summary>
    [JsonIgnore]
    public string Sequence => $"{Order}/{Line}/{(Origin == ReservationOrigin.Order ? 'o' : 'b')}";

    /// <inheritdoc/>
    public override string ToString() => $"{Sequence}{Attempt}";
}

/// <summary>Who numbers a reservation's attempts.</summary>
[GenerateSerializer, Alias("reservation-origin")]
public enum ReservationOrigin
{
    /// <summary>The order itself.</summary>
    Order = 0,

    /// <summary>The backlog of the product, for a waiting line.</summary>
    Backlog = 1,
}
