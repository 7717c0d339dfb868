using Orleans.Concurrency;
using SupplyChain.Access;

namespace SupplyChain.Events;

/// <summary>The readers of a tenant's events whose positions are kept: <c>tenant/consumers</c>.</summary>
[GrainInterfaceType("consumers"), Alias("consumers"), Needs(Permission.Read), Scoped(Scope.Closed)]
public interface IConsumersGrain : IGrainWithStringKey
{
    /// <summary>The id of the one actor that a tenant has.</summary>
    const string Id = "consumers";

    /// <summary>All of them, by name. Counting how far they lag holds up no position that is kept meanwhile.</summary>
    [Alias("list"), AlwaysInterleave] Task<Items<Consumer>> List();

    /// <summary>One; null when there is none.</summary>
    [Alias("find"), AlwaysInterleave] Task<Consumer?> Find(ConsumerName name);

    /// <summary>Keeps the position of one, and begins to know it.</summary>
    [Alias("put"), Needs(Permission.Write)] Task<ConsumerReply> Put(PutConsumer command);

    /// <summary>Forgets one.</summary>
    [Alias("delete"), Needs(Permission.Write)] Task<ConsumerReply> Delete(ConsumerName name);
}
