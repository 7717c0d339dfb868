using SupplyChain.Journal;

namespace SupplyChain.Imports;

/// <summary>Counts what an import wrote, from the journal itself: everything its calls caused carries its correlation.</summary>
internal sealed class WrittenEvents(IJournal journal, TenantId tenant, string correlation, Position from)
{
    private const int Batch = 2_000;
    private Position _after = from;

    /// <summary>Events since the last time.</summary>
    public async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        var count = 0L;
        while (await journal.ReadTailAsync(_after, Batch, cancellationToken) is { Count: > 0 } events)
        {
            count += events.LongCount(IsOurs);
            _after = events[^1].Position;
        }

        return count;
    }

    private bool IsOurs(JournaledEvent written) =>
        written.Correlation == correlation && written.Stream.Tenant == tenant && written.Stream.Kind != ImportJob.Kind;
}
