namespace SupplyChain.Shipments;

/// <summary>The estimated (or actual) arrival and where the estimate comes from.</summary>
/// <param name="At">The instant; null when unknown.</param>
/// <param name="Reason">Why, for people.</param>
[SchemaName("Eta")]
public sealed record EtaAnswer(DateTimeOffset? At, string Reason)
{
    internal static EtaAnswer Of(Eta eta) => new(eta.At, eta.Reason);
}
