namespace SupplyChain.Transfers;

/// <summary>
/// What other actors say to a transfer, beside what every owner of demands and shipments hears:
/// <c>tenant/transfer</c>. Clients use <see cref="ITransferGrain"/>.
/// </summary>
[GrainInterfaceType("transfer-actor"), Alias("transfer-actor")]
public interface ITransferActor : IGrainWithStringKey
{
    /// <summary>Takes up whatever an interrupted turn left unfinished.</summary>
    [Alias("resume")] Task Resume();
}
