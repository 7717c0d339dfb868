namespace SupplyChain.Operations;

/// <summary>Which feature level the database has now.</summary>
/// <param name="Level">The level, from 1.</param>
/// <param name="Behind">
/// Nodes that run and cannot read the level that was asked for, each with the highest level it reads. When there is
/// one, the level was not raised.
/// </param>
[SchemaName("LevelReply")]
public sealed record FeatureLevelAnswer(int Level, Items<string> Behind)
{
    internal static FeatureLevelAnswer Of(LevelReply reply) => new(reply.Level, reply.Behind);
}
