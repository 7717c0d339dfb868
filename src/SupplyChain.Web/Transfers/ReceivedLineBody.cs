using System.ComponentModel.DataAnnotations;

namespace SupplyChain.Transfers;

/// <summary>Units of a line that arrived.</summary>
public sealed record ReceivedLineBody
{
    /// <summary>The line's number.</summary>
    [Range(1, Limits.MaxLineNumber)]
    public required int Line { get; init; }

    /// <summary>Units, 0 to 1,000,000,000; more than is in transit is recorded as over.</summary>
    [Range(0, Limits.MaxQuantity)]
    public required long Quantity { get; init; }

    internal static ReceiveTransferLine Read(BodyReader line) => new(
        line.Small("line", required: true) ?? 0,
        line.Whole("quantity", required: true) ?? 0);
}
