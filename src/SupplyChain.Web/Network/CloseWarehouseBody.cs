using System.ComponentModel.DataAnnotations;

namespace SupplyChain.Network;

/// <summary>Closes a warehouse. Closing a closed one changes nothing.</summary>
[SchemaName("CloseWarehouse")]
public sealed record CloseWarehouseBody
{
    /// <summary>Why, 1 to 200 characters.</summary>
    [Length(1, Limits.MaxText)]
    public required string Reason { get; init; }

    internal static CloseWarehouse Read(BodyReader body) => new(body.Text("reason", required: true) ?? "");
}
