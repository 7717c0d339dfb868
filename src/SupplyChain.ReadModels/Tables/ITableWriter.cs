using SupplyChain.Journal;

namespace SupplyChain.Tables;

/// <summary>One set of read tables to write to, and how far it is. Used by one projector.</summary>
internal interface ITableWriter : IDisposable
{
    /// <summary>The position of the newest event taken in.</summary>
    Position Position { get; }

    /// <summary>How many events were taken in.</summary>
    long Events { get; }

    /// <summary>The most events of the next batch.</summary>
    int BatchEvents { get; }

    /// <summary>Makes a change ready to be used in every batch.</summary>
    IRowWriter Prepare(RowChange change);

    /// <summary>
    /// Moves the checkpoint and writes the rows, in one transaction; false, and nothing is written, when another writer
    /// has moved it since it was read.
    /// </summary>
    ValueTask<bool> WriteAsync(
        Position to, ProjectedBatch batch, Action writeRows, CancellationToken cancellationToken);
}
