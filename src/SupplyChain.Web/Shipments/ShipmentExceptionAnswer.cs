namespace SupplyChain.Shipments;

/// <summary>What went wrong on the way.</summary>
/// <param name="Kind">What.</param>
/// <param name="Since">Since when; null when unknown.</param>
[SchemaName("ShipmentExceptionDetails")]
public sealed record ShipmentExceptionAnswer(string Kind, DateTimeOffset? Since)
{
    internal static ShipmentExceptionAnswer? Of(ShipmentExceptionDetails? exception) =>
        exception is null ? null : new(exception.Kind, exception.Since);
}
