using Orleans.Placement;
using Orleans.Runtime;
using Orleans.Runtime.Placement;

namespace SupplyChain.Operations;

/// <summary>The actor is placed where <see cref="Homes"/> says.</summary>
public sealed class PlacedAtHomeAttribute() : PlacementFilterAttribute(new PlacedAtHome());

/// <inheritdoc cref="PlacedAtHomeAttribute"/>
public sealed class PlacedAtHome() : PlacementFilterStrategy(order: 0);

/// <summary>Narrows the silos an actor may be placed in; when none would be left, any will do.</summary>
internal sealed class PlacedAtHomeDirector(Homes homes) : IPlacementFilterDirector
{
    public IEnumerable<SiloAddress> Filter(
        PlacementFilterStrategy filterStrategy, PlacementTarget target, IEnumerable<SiloAddress> silos)
    {
        SiloAddress[] all = [.. silos];
        SiloAddress[] staying = [.. all.Where(silo => !homes.Leaves(silo))];
        var home = homes.Of(target.GrainIdentity);
        SiloAddress[] near = home.Count > 0 ? [.. staying.Intersect(home)] : [];
        return near.Length > 0 ? near : staying.Length > 0 ? staying : all;
    }
}
