using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace SupplyChain.Orders;

/// <summary>Places an order under the number the client chose. Placing the same again changes nothing.</summary>
[SchemaName("PlaceOrder")]
public sealed record PlaceOrderBody
{
    /// <summary>Who orders.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>Where it goes.</summary>
    public required ShipToBody ShipTo { get; init; }

    /// <summary>1 to 1,000 lines.</summary>
    [Length(1, Limits.MaxLines)]
    public required Items<PlaceOrderLineBody> Lines { get; init; }

    /// <summary>1 (highest) to 5.</summary>
    [Range(Limits.HighestPriority, Limits.LowestPriority), DefaultValue(3)]
    public int Priority { get; init; }

    /// <summary>Requested delivery date: the latest day wanted.</summary>
    public DateOnly? RequestedBy { get; init; }

    /// <summary>When it was ordered: any past instant, at most 5 minutes ahead.</summary>
    public OccurredAt OccurredAt { get; init; }

    /// <summary>What the customer accepts.</summary>
    public OrderPolicyBody? Policy { get; init; }

    internal static PlaceOrder Read(BodyReader body) => new(
        body.Id<CustomerId>("customer", required: true).GetValueOrDefault(),
        body.Object("shipTo", true, ShipToBody.Read)!,
        body.List("lines", true, PlaceOrderLineBody.Read) ?? [],
        body.Small("priority") ?? 3,
        body.Date("requestedBy"),
        body.OccurredAt(),
        body.Object("policy", false, OrderPolicyBody.Read));
}
