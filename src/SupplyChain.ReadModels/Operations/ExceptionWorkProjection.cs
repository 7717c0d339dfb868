using SupplyChain.Journal;
using SupplyChain.Tables;

namespace SupplyChain.Operations;

/// <summary>What people do about exceptions.</summary>
internal sealed class ExceptionWorkProjection(IJournal journal, ITableWriter tables, int cachedStates)
    : StreamProjection<ExceptionWork, ExceptionWorkEvent, ExceptionWork>(journal, cachedStates)
{
    private readonly IRowWriter _upsert = tables.Prepare(RowChange.Upsert("exception_work", "tenant, id", """
        owner, note, snoozed_until, snoozed_since, resolved_since, resolved_reason, version
        """));

    /// <inheritdoc/>
    protected override ExceptionWork Derive(StreamId stream, ExceptionWork state) => state;

    /// <inheritdoc/>
    protected override void Write(StreamId stream, ExceptionWork before, ExceptionWork after) =>
        _upsert.Bind(1, stream.Tenant.Value).Bind(2, stream.Id).Bind(3, after.Owner).Bind(4, after.Note)
            .Bind(5, Microseconds(after.Snooze?.Until)).Bind(6, Microseconds(after.Snooze?.Since))
            .Bind(7, Microseconds(after.Resolution?.Since)).Bind(8, after.Resolution?.Reason).Bind(9, after.Version)
            .Run();

    private static long? Microseconds(DateTimeOffset? at) => at is { } then ? JournalTime.ToMicroseconds(then) : null;
}
