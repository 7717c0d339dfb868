namespace SupplyChain.Journal;

/// <summary>A stream's state at a durable version; never needed, only faster.</summary>
/// <param name="StateSchema">The version of the state's shape.</param>
/// <param name="Version">The last event it contains.</param>
/// <param name="Data">The state as UTF-8 JSON.</param>
/// <param name="Hash">The hash of that event's row, from which the chain goes on.</param>
public sealed record Snapshot(int StateSchema, long Version, byte[] Data, byte[] Hash);
