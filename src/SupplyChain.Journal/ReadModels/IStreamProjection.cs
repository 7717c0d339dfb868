namespace SupplyChain.Journal.ReadModels;

/// <summary>Keeps the rows of one kind of stream. Used by one projector, one batch at a time.</summary>
internal interface IStreamProjection : IDisposable
{
    /// <summary>The kind.</summary>
    string Kind { get; }

    /// <summary>Takes in a batch's events of one stream, in order.</summary>
    Task FoldAsync(StreamId stream, IReadOnlyList<JournaledEvent> events, CancellationToken cancellationToken);

    /// <summary>Writes what the batch changed, within the batch's transaction, and starts the next batch.</summary>
    void Write();

    /// <summary>Forgets everything read so far: the batch was not written, or somebody else writes too.</summary>
    void Forget();
}
