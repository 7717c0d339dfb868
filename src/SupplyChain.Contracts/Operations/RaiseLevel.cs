namespace SupplyChain.Operations;

/// <summary>Raises the database to a feature level.</summary>
/// <param name="Level">The level, from 1.</param>
[GenerateSerializer, Immutable, Alias("raise-level")]
public sealed record RaiseLevel([property: Id(0)] int Level);

/// <summary>Which feature level the database has now.</summary>
/// <param name="Level">The level, from 1.</param>
/// <param name="Behind">
/// Nodes that run and cannot read the level that was asked for, each with the highest level it reads. When there is
/// one, the level was not raised.
/// </param>
[GenerateSerializer, Immutable, Alias("level-reply")]
public sealed record LevelReply([property: Id(0)] int Level, [property: Id(1)] Items<string> Behind)
{
    /// <summary>Why the level was not raised, and what to do; null when it was.</summary>
    /// <param name="asked">The level that was asked for.</param>
    public string? Trouble(int asked) => Behind.Count == 0
        ? null
        : $"The level stays {Level}: nodes that run read less than {asked} ({string.Join("; ", Behind)}). "
            + "Upgrade or end them, then ask again.";
}
