using System.ComponentModel.DataAnnotations;

namespace SupplyChain.Orders;

/// <summary>Cancels an order, or some of its lines.</summary>
[SchemaName("CancelOrder")]
public sealed record CancelOrderBody
{
    /// <summary>Why, 1 to 200 characters.</summary>
    [Length(1, Limits.MaxText)]
    public required string Reason { get; init; }

    /// <summary>The lines of which to cancel what is open; none means the whole order.</summary>
    [Length(1, Limits.MaxLines), Elements(1, Limits.MaxLineNumber)]
    public Items<int>? Lines { get; init; }

    /// <summary>Who wants it; absent means the supplier. Units the supplier cancels are closed short: when the rest is
    /// delivered, the line is not in full.</summary>
    public OrderParty? OnBehalfOf { get; init; }

    internal static CancelOrder Read(BodyReader body) => new(
        body.Text("reason", required: true) ?? "",
        body.Numbers("lines", false),
        body.Choice<OrderParty>("onBehalfOf"));
}
