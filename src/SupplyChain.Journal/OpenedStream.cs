namespace SupplyChain.Journal;

/// <summary>A stream as an actor finds it when it wakes up.</summary>
/// <param name="Snapshot">The newest snapshot of the wanted schema, if any.</param>
/// <param name="Events">Every event after the snapshot, in order.</param>
/// <param name="Pen">Where this activation appends.</param>
public sealed record OpenedStream(Snapshot? Snapshot, IReadOnlyList<JournaledEvent> Events, Pen Pen);
