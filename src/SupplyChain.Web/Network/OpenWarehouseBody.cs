using System.ComponentModel.DataAnnotations;

namespace SupplyChain.Network;

/// <summary>Opens a closed warehouse again. Nothing moves back.</summary>
[SchemaName("OpenWarehouse")]
public sealed record OpenWarehouseBody
{
    /// <summary>Why, 1 to 200 characters.</summary>
    [Length(1, Limits.MaxText)]
    public required string Reason { get; init; }

    internal static OpenWarehouse Read(BodyReader body) => new(body.Text("reason", required: true) ?? "");
}
