namespace SupplyChain.Inventory;

/// <summary>
/// What other actors say to an adjustment: <c>tenant/adjustment</c>. Clients use <see cref="IAdjustmentGrain"/>.
/// </summary>
[GrainInterfaceType("adjustment-actor"), Alias("adjustment-actor")]
public interface IAdjustmentActor : IGrainWithStringKey
{
    /// <summary>The adjustment as recording it would leave it; changes nothing.</summary>
    [Alias("preview")] Task<AdjustmentReply> Preview(RecordAdjustment command);

    /// <summary>Takes up whatever an interrupted turn left unfinished.</summary>
    [Alias("resume")] Task Resume();
}
