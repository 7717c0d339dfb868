using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using SupplyChain.Inventory;

namespace SupplyChain.Transfers;

/// <summary>
/// Goods of the transfer arrived at the destination. Receipts add up; recording the same again changes nothing.
/// </summary>
[SchemaName("ReceiveTransfer")]
public sealed record ReceiveTransferBody
{
    /// <summary>How much arrived of these lines; absent, everything that is in transit arrived.</summary>
    [Length(1, Limits.MaxLines)]
    public Items<ReceivedLineBody>? Lines { get; init; }

    /// <summary>
    /// Nothing more is expected of what is in transit: what is missing is recorded as short. A later receipt may still
    /// bring it.
    /// </summary>
    [DefaultValue(false)]
    public bool Final { get; init; }

    /// <summary>When it arrived.</summary>
    public OccurredAt OccurredAt { get; init; }

    internal static ReceiveTransfer Read(BodyReader body, ReceiptId id)
    {
        const string name = "lines";
        var lines = body.List(name, false, ReceivedLineBody.Read);
        // In the command no lines means everything; a list that ran empty at the caller must not.
        if (lines is { Count: 0 })
        {
            body.Invalid(name, $"'{name}' is empty; leave it out when everything in transit arrived.");
        }
        return new(id, lines ?? [], body.Flag("final", false), body.OccurredAt());
    }
}
