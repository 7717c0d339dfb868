using System.ComponentModel.DataAnnotations;

namespace SupplyChain.Transfers;

/// <summary>
/// Cancels what waits, what is reserved and shipments that are only planned. What was picked or has left goes on.
/// </summary>
[SchemaName("CancelTransfer")]
public sealed record CancelTransferBody
{
    /// <summary>Why, 1 to 200 characters.</summary>
    [Length(1, Limits.MaxText)]
    public required string Reason { get; init; }

    internal static CancelTransfer Read(BodyReader body) => new(body.Text("reason", required: true) ?? "");
}
