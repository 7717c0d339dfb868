using SupplyChain.Inventory;
using SupplyChain.Journal;
using SupplyChain.Operations;
using SupplyChain.Operations.Verification;
using SupplyChain.Tables;

namespace SupplyChain;

/// <summary>
/// What the read side has of one kind of aggregate: its tables and what fills them, and what verifying makes of its
/// events. Every aggregate has one in its business folder; <see cref="AggregateReadModels"/> lists them.
/// </summary>
internal interface IAggregateReadModel
{
    /// <summary>The kind of its streams.</summary>
    string Kind { get; }

    /// <summary>The read tables that are its own.</summary>
    IReadOnlyList<ReadTable> Tables => [];

    /// <summary>Fills read tables from its streams; null when nothing is read of them.</summary>
    IStreamProjection? Projection(ProjectionParts parts) => null;

    /// <summary>Take in its events when a journal is verified.</summary>
    IReadOnlyList<IStreamFold> Folds(Findings findings) => [];

    /// <summary>The streams that its own refer to, and that their tenant has to have.</summary>
    IEnumerable<(StreamId From, string Kind, string Id)> References(JournalFold fold) => [];

    /// <summary>
    /// What its documents moved into stock and out of it, as they say it; see <see cref="ConservationAudit"/>.
    /// </summary>
    IEnumerable<MovedUnits> Moved(JournalFold fold) => [];

    /// <summary>The demands that its streams own; null when they own none.</summary>
    IOwnedDemands? Demands => null;

    /// <summary>Exceptions of its streams that are found when they are asked for.</summary>
    IEnumerable<FoundExceptions> Exceptions(SqlDialect dialect) => [];

    /// <summary>Judges what its streams and those of others have to agree on.</summary>
    void Audit(Findings findings, JournalFold fold)
    {
    }

    /// <summary>Compares its read tables with the journal.</summary>
    void Compare(TableComparison tables, JournalFold fold)
    {
    }
}
