namespace SupplyChain;

/// <summary>What an actor takes along to another silo.</summary>
/// <param name="Schema">The state's schema; another one is not taken over.</param>
/// <param name="Version">The durable version it is the state of.</param>
/// <param name="Hash">The hash of that version's event; empty at version 0.</param>
/// <param name="SnapshotVersion">The version of the newest snapshot.</param>
/// <param name="Data">The state as JSON.</param>
[GenerateSerializer, Immutable, Alias("carried-state")]
internal sealed record CarriedState(
    [property: Id(0)] int Schema,
    [property: Id(1)] long Version,
    [property: Id(2)] byte[] Hash,
    [property: Id(3)] long SnapshotVersion,
    [property: Id(4)] byte[] Data);
