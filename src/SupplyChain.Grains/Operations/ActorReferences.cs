using Orleans.Runtime;

namespace SupplyChain.Operations;

/// <summary>
/// References to actors that each order asks for. Orleans looks up an interface's name by reflection whenever a
/// reference is made, which is a fortieth of what an order costs; here it is looked up once.
/// </summary>
internal static class ActorReferences
{
    /// <summary>The actor of a key.</summary>
    public static T Actor<T>(this IGrainFactory grains, string key) where T : IGrainWithStringKey
    {
        if (Names<T>.Known is not { } known)
        {
            var reference = grains.GetGrain<T>(key);
            if (reference is GrainReference { GrainId.Type: var type, InterfaceType: var contract })
            {
                Names<T>.Known = new(type, contract);
            }
            return reference;
        }
        return (T)grains.GetGrain(GrainId.Create(known.Type, IdSpan.Create(key)), known.Contract);
    }

    private static class Names<T>
    {
        public static NamesOfActor? Known;
    }

    private sealed record NamesOfActor(GrainType Type, GrainInterfaceType Contract);
}
