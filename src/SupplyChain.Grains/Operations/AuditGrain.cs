using Orleans.Concurrency;
using SupplyChain.Events;
using SupplyChain.Journal;

namespace SupplyChain.Operations;

/// <summary>Reads the audit trail out of the journal, which names the caller and the request of every event.</summary>
[GrainType("audit"), StatelessWorker, Reentrant]
public sealed class AuditGrain(IJournal journal, TimeProvider time) : Grain, IAuditGrain
{
    private const int MaxStepEvents = 1_000;
    private static readonly TimeSpan SearchTimeout = TimeSpan.FromSeconds(1);

    // Those who look into the past never take the connections of those who keep the lists.
    private static readonly SemaphoreSlim OneReads = new(1);

    private TenantId Tenant => this.GetPrimaryKeyString();

    /// <inheritdoc/>
    public Task<Page<AuditEntry>?> Read(ReadAudit query) => Queries.Run(async () =>
        query.Subject?.Split('/', 2) is [var kind, var id]
            ? long.TryParse(query.After ?? $"{long.MaxValue}", null, out var version)
                ? await SearchAsync(
                    version, query, row => row.Version, from => StreamAsync(new(Tenant, kind, id), from))
                : null
            : query.After is null ? await SearchAsync(Position.End, query, row => row.Position, BackAsync)
            : Position.TryParse(query.After, out var before)
                ? await SearchAsync(before, query, row => row.Position, BackAsync)
                : null);

    /// <summary>Looks for entries from a place backwards, in steps, for a moment.</summary>
    private async Task<Page<AuditEntry>?> SearchAsync<TPlace>(
        TPlace before, ReadAudit query, Func<JournaledEvent, TPlace> place,
        Func<TPlace, Task<IReadOnlyList<JournaledEvent>>> backFrom)
        where TPlace : struct
    {
        var wanted = new PublishedTypes(query.Types);
        var (entries, until) = (new List<AuditEntry>(), time.GetUtcNow() + SearchTimeout);
        do
        {
            var rows = await backFrom(before);
            foreach (var row in rows)
            {
                if (entries.Count == query.Limit)
                    return new(entries.ToItems(), Text(before));
                if (row.RecordedAt < query.From)
                    return new(entries.ToItems(), null);
                before = place(row);
                if (!IsWanted(row, query))
                    continue;
                var happened = new FollowedEvent(row);
                if (wanted.Contains(happened))
                    entries.Add(Entry(row, happened.Event));
            }
            if (rows.Count < MaxStepEvents)
                return new(entries.ToItems(), null);
        }
        while (time.GetUtcNow() < until);
        return new(entries.ToItems(), Text(before));
    }

    private static string Text<TPlace>(TPlace place) where TPlace : struct =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{place}");

    private async Task<IReadOnlyList<JournaledEvent>> BackAsync(Position before)
    {
        await OneReads.WaitAsync();
        try
        {
            return await journal.ReadBackAsync(before, MaxStepEvents);
        }
        finally
        {
            OneReads.Release();
        }
    }

    private async Task<IReadOnlyList<JournaledEvent>> StreamAsync(StreamId stream, long before)
    {
        var to = Math.Min(before - 1, await journal.HeadAsync(stream));
        var rows = await journal.ReadStreamAsync(stream, Math.Max(1, to - MaxStepEvents + 1), to);
        return [.. rows.Reverse()];
    }

    private bool IsWanted(JournaledEvent row, ReadAudit query) => row.Stream.Tenant == Tenant
        && (query.Actors.Count == 0 || query.Actors.Contains(row.Actor))
        && (query.Correlation is null || query.Correlation == row.Correlation)
        && (query.To is null || row.RecordedAt < query.To);

    /// <summary>Who did what an event tells of.</summary>
    internal static AuditEntry Entry(JournaledEvent row, PublishedEvent shown) => new(
        shown.Id, shown.Type, shown.Subject, shown.Sequence, row.RecordedAt, row.Actor, row.Correlation);
}
