using SupplyChain.Journal;

namespace SupplyChain.Operations.Verification;

/// <summary>Folds the journal by itself and judges it, and the read tables beside it when there are any.</summary>
/// <param name="journal">The journal.</param>
/// <param name="projection">How far the read tables are; null without them.</param>
/// <param name="tables">The read tables; null to judge the journal alone.</param>
/// <param name="clock">Bounds how long the read tables are waited for.</param>
public sealed class Verifier(
    IJournal journal, IProjection? projection, IReadTableSource? tables, TimeProvider clock) : IVerifier
{
    // Five seconds after quiet they have to be equal; a rebuild or a burst may take longer.
    private static readonly TimeSpan CatchUpTimeout = TimeSpan.FromSeconds(30);

    private static readonly string[] OfTheJournal =
    [
        StockAudit.NeverOversell, ConservationAudit.Conservation, StreamAudit.Undecided, ReservationAudit.Reservations,
        StreamAudit.Causes, CustodyAudit.Custody, StreamAudit.Versions, StreamAudit.Chain, JournalFold.Readable,
        TenantAudit.Isolation,
    ];

    /// <inheritdoc/>
    public async Task<VerifyReport> VerifyAsync(
        DateTimeOffset now, VerificationProgress? progress = null, CancellationToken cancellationToken = default)
    {
        var findings = new Findings(now);
        var fold = new JournalFold(findings, progress ?? new());
        progress?.Expect(await journal.AboutEventsAsync(cancellationToken));
        await fold.ReadAsync(journal, await journal.TailPositionAsync(cancellationToken), cancellationToken);
        using var seen = await OpenTablesAsync(fold.Position, findings, cancellationToken);
        if (seen is not null)
        {
            // The tables may have gone on since: everything is judged at their position.
            await fold.ReadAsync(journal, seen.Position, cancellationToken);
        }
        fold.Streams.Conclude();
        foreach (var aggregate in AggregateReadModels.All)
        {
            aggregate.Audit(findings, fold);
        }
        new TenantAudit(findings, fold).Conclude();
        if (seen is not null)
        {
            new ReadTableAudit(findings, fold).Conclude(seen);
        }
        progress?.Expect(fold.Events);
        string[] done = tables is null ? OfTheJournal : [.. OfTheJournal, ReadTableAudit.Tables];
        return new(
            findings.Violations.Count == 0, fold.Events, fold.Streams.Streams.Count, done.ToItems(),
            findings.Violations.ToItems(), findings.Pending);
    }

    private async Task<IReadTables?> OpenTablesAsync(
        Position position, Findings findings, CancellationToken cancellationToken)
    {
        if (tables is null)
        {
            return null;
        }
        try
        {
            await (projection?.WaitForAsync(position, cancellationToken)
                .WaitAsync(CatchUpTimeout, clock, cancellationToken) ?? Task.CompletedTask);
        }
        catch (TimeoutException)
        {
            // Judged below: they are behind.
        }
        var seen = tables.OpenTables();
        if (seen.Position >= position)
        {
            return seen;
        }
        findings.Violated(
            ReadTableAudit.Tables, new("", "checkpoint", seen.Position.ToString()), null,
            $"The tables are behind {position}.");
        seen.Dispose();
        return null;
    }
}
