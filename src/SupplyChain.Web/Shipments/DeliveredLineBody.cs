using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace SupplyChain.Shipments;

/// <summary>How much of a line arrived. All three end the journey of those units.</summary>
public sealed record DeliveredLineBody
{
    /// <summary>The order line.</summary>
    [Range(1, Limits.MaxLineNumber)]
    public required int Line { get; init; }

    /// <summary>Units that arrived well.</summary>
    [Range(0, Limits.MaxQuantity)]
    public required long Delivered { get; init; }

    /// <summary>Units that arrived damaged.</summary>
    [Range(0, Limits.MaxQuantity), DefaultValue(0L)]
    public long Damaged { get; init; }

    /// <summary>Units the customer refused.</summary>
    [Range(0, Limits.MaxQuantity), DefaultValue(0L)]
    public long Refused { get; init; }

    internal static DeliveredLine Read(BodyReader line) => new(
        line.Small("line", required: true) ?? 0,
        line.Whole("delivered", required: true) ?? 0,
        line.Whole("damaged") ?? 0,
        line.Whole("refused") ?? 0);
}
