using Orleans.Concurrency;

namespace SupplyChain.Shipments;

/// <summary>The serial numbers of a tenant's labels.</summary>
[GrainType("label-serials"), Reentrant]
public sealed class LabelSerialsGrain(ActorServices services)
    : JournaledActor<LabelSerials, LabelSerialsEvent>(services), ILabelSerialsActor
{
    /// <inheritdoc/>
    public async Task<long> Take()
    {
        var taken = await Commit(LabelSerials.Decide);
        return ((LabelSerialsEvent.Taken)taken[0]).Number;
    }
}
