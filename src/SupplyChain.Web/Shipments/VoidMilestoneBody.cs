using System.ComponentModel.DataAnnotations;

namespace SupplyChain.Shipments;

/// <summary>A milestone was reported by mistake: the shipment is then as if it had not been. Repeating it changes
/// nothing.</summary>
[SchemaName("VoidMilestone")]
public sealed record VoidMilestoneBody
{
    /// <summary>Why, 1 to 200 characters.</summary>
    [Length(1, Limits.MaxText)]
    public required string Reason { get; init; }

    internal static VoidMilestone Read(BodyReader body, MilestoneId id) =>
        new(id, body.Text("reason", required: true) ?? "");
}
