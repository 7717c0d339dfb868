namespace SupplyChain.Operations;

/// <summary>Who moves, and where to.</summary>
internal static class Moves
{
    /// <summary>
    /// Those that live away from their home, wherever there is least, and of the others what is beyond this silo's
    /// share, to those that have less and that may be its home.
    /// </summary>
    /// <param name="self">The silo that gives.</param>
    /// <param name="loads">The loads of all, itself included.</param>
    /// <param name="actors">Its actors, those that should move first first.</param>
    /// <param name="homes">The silos of <paramref name="loads"/> where an actor is at home; none when it is
    /// everywhere. Null when all are.</param>
    public static IEnumerable<(TActor Actor, TSilo Target)> Of<TActor, TSilo>(
        TSilo self, IReadOnlyDictionary<TSilo, SiloLoad> loads, IEnumerable<TActor> actors,
        Func<TActor, IReadOnlyList<TSilo>>? homes)
        where TSilo : notnull
    {
        var room = FairShare.Of(self, loads).ToDictionary(part => part.Target, part => part.Actors);
        var carried = loads.ToDictionary(silo => silo.Key, silo => silo.Value.Actors);
        foreach (var actor in actors)
        {
            if (homes is null && room.Values.All(free => free <= 0))
            {
                yield break;
            }
            var home = homes?.Invoke(actor) ?? [];
            var astray = home.Count > 0 && !home.Contains(self);
            TSilo[] targets = astray
                ? [home.MinBy(silo => carried[silo])!]
                : [.. room.Keys.Where(silo => room[silo] > 0 && (home.Count == 0 || home.Contains(silo)))];
            if (targets.Length == 0)
            {
                continue;
            }
            var target = targets[Random.Shared.Next(targets.Length)];
            room[target] = room.GetValueOrDefault(target) - 1;
            carried[target]++;
            yield return (actor, target);
        }
    }
}
