using System.ComponentModel.DataAnnotations;

namespace SupplyChain.Orders;

/// <summary>
/// Sources what is reserved for an order and not released again. Units move where that betters the order by the goals
/// of sourcing; they are reserved there before they are given up here, so the order never has less than before.
/// </summary>
[SchemaName("ResourceOrder")]
public sealed record ResourceOrderBody
{
    /// <summary>The lines to source again; none means all.</summary>
    [Length(1, Limits.MaxLines), Elements(1, Limits.MaxLineNumber)]
    public Items<int>? Lines { get; init; }

    internal static ResourceOrder Read(BodyReader body) => new(body.Numbers("lines", false));
}
