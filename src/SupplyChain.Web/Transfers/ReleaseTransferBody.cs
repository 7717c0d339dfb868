using System.ComponentModel.DataAnnotations;

namespace SupplyChain.Transfers;

/// <summary>Makes one shipment of everything that is reserved. With nothing new it changes nothing.</summary>
[SchemaName("ReleaseTransfer")]
public sealed record ReleaseTransferBody
{
    /// <summary>When it was released.</summary>
    public OccurredAt OccurredAt { get; init; }

    /// <summary>Transport mode, as given; the distance decides when absent.</summary>
    [MaxLength(Limits.MaxText)]
    public string? Mode { get; init; }

    /// <summary>Who carries it.</summary>
    [MaxLength(Limits.MaxText)]
    public string? Carrier { get; init; }

    /// <summary>The carrier's number.</summary>
    [MaxLength(Limits.MaxText)]
    public string? TrackingNumber { get; init; }

    internal static ReleaseTransfer Read(BodyReader body) => new(
        body.OccurredAt(), body.Text("mode"), body.Text("carrier"), body.Text("trackingNumber"));
}
