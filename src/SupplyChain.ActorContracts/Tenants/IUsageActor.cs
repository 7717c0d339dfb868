namespace SupplyChain.Tenants;

/// <summary>The calls of a tenant, as silos count them: <c>tenant/usage</c>.</summary>
[GrainInterfaceType("usage-actor"), Alias("usage-actor")]
public interface IUsageActor : IGrainWithStringKey
{
    /// <summary>The id of the one actor that a tenant has.</summary>
    const string Id = "usage";

    /// <summary>Remembers what a silo has counted, and answers what all of them have on the same days.</summary>
    [Alias("report")] Task<Items<DayCalls>> Report(CallReport report);

    /// <summary>The calls of each day that is remembered.</summary>
    [Alias("all")] Task<Items<DayCalls>> All();
}

/// <summary>What a silo has counted since it began; the same again changes nothing.</summary>
/// <param name="Silo">The silo, from its start to its end.</param>
/// <param name="Days">What it counted on each day until now.</param>
[GenerateSerializer, Immutable, Alias("call-report")]
public sealed record CallReport([property: Id(0)] string Silo, [property: Id(1)] Items<DayCalls> Days);

/// <summary>Calls of a day.</summary>
/// <param name="Day">The day, UTC.</param>
/// <param name="Calls">How many.</param>
[GenerateSerializer, Immutable, Alias("day-calls")]
public sealed record DayCalls([property: Id(0)] DateOnly Day, [property: Id(1)] long Calls);
