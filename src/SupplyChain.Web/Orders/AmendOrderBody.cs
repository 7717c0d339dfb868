using System.ComponentModel.DataAnnotations;

namespace SupplyChain.Orders;

/// <summary>
/// Changes an order. Values are absolute, as the order shows them: sending them back changes nothing; what is absent
/// stays, a date that is null is cleared.
/// </summary>
[SchemaName("AmendOrder")]
public sealed record AmendOrderBody
{
    /// <summary>Requested delivery date: the latest day wanted; null for none any more.</summary>
    public DateOnly? RequestedBy { get; init; }

    /// <summary>Where it goes, as a whole.</summary>
    public ShipToBody? ShipTo { get; init; }

    /// <summary>1 (highest) to 5.</summary>
    [Range(Limits.HighestPriority, Limits.LowestPriority)]
    public int? Priority { get; init; }

    /// <summary>The lines to change, and new ones; at most 1,000.</summary>
    [MaxLength(Limits.MaxLines)]
    public Items<AmendOrderLineBody> Lines { get; init; }

    internal static AmendOrder Read(BodyReader body)
    {
        body.NotNull("shipTo", "priority", "lines");
        return new(
            body.Date("requestedBy"),
            body.Object("shipTo", false, ShipToBody.ReadAmended),
            body.Small("priority"),
            body.List("lines", false, AmendOrderLineBody.Read) ?? [],
            body.IsNull("requestedBy"));
    }
}
