namespace SupplyChain.Inventory;

/// <summary>
/// What other actors say to a receipt: <c>tenant/receipt</c>. Clients use <see cref="IReceiptGrain"/>.
/// </summary>
[GrainInterfaceType("receipt-actor"), Alias("receipt-actor")]
public interface IReceiptActor : IGrainWithStringKey
{
    /// <summary>Takes up whatever an interrupted turn left unfinished.</summary>
    [Alias("resume")] Task Resume();
}
