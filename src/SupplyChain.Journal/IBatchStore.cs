namespace SupplyChain.Journal;

/// <summary>What <see cref="GroupCommit"/> needs of a store. Called by one loop only, never concurrently.</summary>
internal interface IBatchStore
{
    /// <summary>
    /// Completes when something can be written; called before it is judged what is too late to be. May wait a moment,
    /// so that a store that is down is not asked all the time. Any exception means that nothing can be written now.
    /// </summary>
    ValueTask ReadyAsync();

    /// <summary>
    /// Writes all rows durably, or none because a version or cause is taken: then <c>false</c>. Any exception means
    /// that the outcome is unknown.
    /// </summary>
    ValueTask<bool> WriteAsync(IReadOnlyList<JournaledEvent> rows);

    /// <summary>
    /// Writes something durably that is no event, the way rows are written. Any exception means that it may not be.
    /// </summary>
    ValueTask BeatAsync();

    /// <summary>The newest version of each stream; streams without events may be absent.</summary>
    ValueTask<IReadOnlyDictionary<StreamId, long>> ReadHeadsAsync(IReadOnlyCollection<StreamId> streams);

    /// <summary>Which of the causes their streams already hold.</summary>
    ValueTask<IReadOnlySet<(StreamId Stream, string Cause)>> ReadTakenCausesAsync(
        IReadOnlyCollection<(StreamId Stream, string Cause)> causes);
}
