namespace SupplyChain.Transfers;

/// <summary>
/// Cancels what waits, what is reserved and shipments that are only planned. What was picked or has left goes on.
/// </summary>
/// <param name="Reason">Why, 1 to 200 characters.</param>
[GenerateSerializer, Immutable, Alias("cancel-transfer")]
public sealed record CancelTransfer([property: Id(0)] string Reason);

/// <summary>What the cancellation of a transfer may say.</summary>
public static class CancelTransferValidation
{
    /// <summary>The faulty fields; none when the cancellation makes sense by itself.</summary>
    public static Items<Fault> Validate(this CancelTransfer command)
    {
        var faults = new FaultList();
        faults.RequiredText("reason", command.Reason);
        return faults.All;
    }
}
