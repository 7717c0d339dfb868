namespace SupplyChain.Transfers;

/// <summary>Makes one shipment of everything that is reserved. Without anything new it changes nothing.</summary>
/// <param name="OccurredAt">When it was released.</param>
/// <param name="Mode">Transport mode, as given; null lets the distance decide.</param>
/// <param name="Carrier">The carrier.</param>
/// <param name="TrackingNumber">The carrier's number.</param>
[GenerateSerializer, Immutable, Alias("release-transfer")]
public sealed record ReleaseTransfer(
    [property: Id(0)] OccurredAt OccurredAt = default,
    [property: Id(1)] string? Mode = null,
    [property: Id(2)] string? Carrier = null,
    [property: Id(3)] string? TrackingNumber = null);

/// <summary>What a release may say.</summary>
public static class ReleaseTransferValidation
{
    /// <summary>The faulty fields; none when the release makes sense by itself.</summary>
    /// <param name="command">The release.</param>
    /// <param name="now">The clock its <c>occurredAt</c> is held against.</param>
    public static Items<Fault> Validate(this ReleaseTransfer command, DateTimeOffset now)
    {
        var faults = new FaultList();
        faults.OccurredAt(command.OccurredAt, now);
        faults.Text("mode", command.Mode);
        faults.Text("carrier", command.Carrier);
        faults.Text("trackingNumber", command.TrackingNumber);
        return faults.All;
    }
}
