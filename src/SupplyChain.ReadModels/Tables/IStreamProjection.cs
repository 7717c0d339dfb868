namespace SupplyChain.Tables;

/// <summary>Keeps the rows of one kind of stream. Used by one projector, one batch at a time.</summary>
internal interface IStreamProjection
{
    /// <summary>The kind.</summary>
    string Kind { get; }

    /// <summary>
    /// Gets ready what <see cref="Fold"/> needs of a stream before a batch's events of it. Several streams may be got
    /// at once.
    /// </summary>
    Task ReadAsync(StreamNews news, CancellationToken cancellationToken);

    /// <summary>Takes in a batch's events of one stream, in order.</summary>
    void Fold(StreamNews news);

    /// <summary>Writes what the batch changed, within the batch's transaction, and starts the next batch.</summary>
    void Write();

    /// <summary>Forgets everything read so far: the batch was not written, or another projector writes too.</summary>
    void Forget();
}
