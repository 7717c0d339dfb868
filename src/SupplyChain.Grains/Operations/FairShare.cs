namespace SupplyChain.Operations;

/// <summary>Who gives how many actors to whom, so that every silo has its share.</summary>
internal static class FairShare
{
    // Less is left alone: a move costs the actor a moment, and counts change while they are compared.
    private const double Tolerance = 0.03;
    private const int Slack = 8;

    /// <summary>
    /// What one silo gives to each of the others. Every silo computes its own part from the same loads: what all give
    /// together fills up each taker once, not once per giver.
    /// </summary>
    /// <param name="self">The silo that gives.</param>
    /// <param name="loads">The loads of all, itself included.</param>
    public static IReadOnlyList<(TSilo Target, int Actors)> Of<TSilo>(
        TSilo self, IReadOnlyDictionary<TSilo, SiloLoad> loads)
        where TSilo : notnull
    {
        var weights = loads.Values.Sum(load => load.Weight);
        if (weights <= 0)
        {
            return [];
        }
        var perWeight = loads.Values.Sum(load => (double)load.Actors) / weights;
        var own = loads[self];
        var surplus = own.Actors - (perWeight * own.Weight);
        if (surplus < Math.Max(1, own.Weight == 0 ? 0 : Math.Max(Slack, perWeight * own.Weight * Tolerance)))
        {
            return [];
        }
        var missing = loads
            .Select(load => (load.Key, Actors: (perWeight * load.Value.Weight) - load.Value.Actors))
            .Where(silo => silo.Actors > 0)
            .ToList();
        var total = missing.Sum(silo => silo.Actors);
        return missing
            .Select(silo => (silo.Key, Actors: (int)Math.Round(surplus * silo.Actors / total)))
            .Where(part => part.Actors > 0)
            .ToList();
    }
}
