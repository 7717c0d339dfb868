using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using SupplyChain.Network;

namespace SupplyChain.Transfers;

/// <summary>Stock is to go from one warehouse to another. Requesting the same again changes nothing.</summary>
[SchemaName("RequestTransfer")]
public sealed record RequestTransferBody
{
    /// <summary>The source: the only warehouse its units are reserved in.</summary>
    public required WarehouseId From { get; init; }

    /// <summary>The destination; another one than the source.</summary>
    public required WarehouseId To { get; init; }

    /// <summary>1 to 1,000 lines, each product once. They are numbered from 1 in this order.</summary>
    [Length(1, Limits.MaxLines)]
    public required Items<RequestTransferLineBody> Lines { get; init; }

    /// <summary>1 (highest) to 5: its place among those who wait for the products.</summary>
    [Range(Limits.HighestPriority, Limits.LowestPriority), DefaultValue(3)]
    public int Priority { get; init; }

    /// <summary>The date it is wanted at the destination.</summary>
    public DateOnly? RequestedBy { get; init; }

    internal static RequestTransfer Read(BodyReader body) => new(
        body.Id<WarehouseId>("from", required: true).GetValueOrDefault(),
        body.Id<WarehouseId>("to", required: true).GetValueOrDefault(),
        body.List("lines", true, RequestTransferLineBody.Read) ?? [],
        body.Small("priority") ?? 3,
        body.Date("requestedBy"));
}
