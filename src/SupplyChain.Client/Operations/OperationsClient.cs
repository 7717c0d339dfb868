using SupplyChain.Access;

namespace SupplyChain.Operations;

/// <summary>Figures, exceptions, health.</summary>
/// <remarks>
/// Each call throws <see cref="UnavailableException"/> when no node answered within the deadline (whether a command was
/// carried out is unknown; repeat it under the same id), <see cref="BusyException"/> when too much is waiting (nothing
/// was done), and <see cref="AccessDeniedException"/> when the key is not accepted or its role may not do that. A
/// malformed id is a fault in the reply to a command, and an <see cref="ArgumentException"/> of a question.
/// </remarks>
public sealed class OperationsClient
{
    private static readonly TimeSpan MinPollInterval = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan MaxPollInterval = TimeSpan.FromMilliseconds(250);

    private readonly Calls _calls;

    internal OperationsClient(Calls calls) => _calls = calls;

    /// <summary>Figures over delivered lines.</summary>
    public Task<KpiReply> KpisAsync(KpiQuery query, CancellationToken cancellationToken = default) =>
        _calls.Ask("kpis", () => Actor.Kpis(query), cancellationToken);

    /// <summary>A page of what planners have to look at, newest first or as the page says.</summary>
    public Task<Page<ExceptionEntry>> ExceptionsPageAsync(
        ListExceptions query, CancellationToken cancellationToken = default) =>
        _calls.Ask("exceptions", () => Actor.Exceptions(query), cancellationToken);

    /// <summary>
    /// What planners have to look at, newest first or as <paramref name="sort"/> says (see <see cref="Sorting"/>).
    /// </summary>
    /// <exception cref="MalformedSortException">
    /// It names none of <see cref="ExceptionEntry.SortFields"/>.
    /// </exception>
    public IAsyncEnumerable<ExceptionEntry> ExceptionsAsync(
        ExceptionStatus? status = null, ExceptionKind? kind = null, string? sort = null,
        CancellationToken cancellationToken = default) =>
        Paging.List((page, stop) => ExceptionsPageAsync(new(status, kind, page), stop), sort, cancellationToken);

    /// <summary>
    /// A page of the audit trail: who did what, the newest first; null when <c>after</c> is not a place in it. There
    /// are more as long as it has a <c>Next</c>, also when it is empty. It needs the role
    /// <see cref="Role.Operator"/> or <see cref="Role.Admin"/>.
    /// </summary>
    /// <exception cref="UnknownEventTypeException">No event can have one of the types.</exception>
    public Task<Page<AuditEntry>?> AuditPageAsync(
        ReadAudit query, CancellationToken cancellationToken = default) =>
        _calls.Ask("audit", () => _calls.Queries<IAuditGrain>().Read(query), cancellationToken);

    /// <summary>
    /// A page of all events of the tenant, the oldest first, with who caused them and what is personal in them; null
    /// when <c>After</c> or <c>Until</c> is not a place in the feed. There are more as long as it has a <c>Next</c>,
    /// also when it is empty. It needs the role <see cref="Role.Operator"/> or <see cref="Role.Admin"/>.
    /// </summary>
    public Task<ExportPage?> ExportPageAsync(ReadExport query, CancellationToken cancellationToken = default) =>
        _calls.Ask("export", () => _calls.Queries<IExportGrain>().Events(query), cancellationToken);

    /// <summary>
    /// Did it arrive? Every order, receipt, adjustment and transfer of an id that was accepted, and the newest twenty
    /// attempts that were repeated, refused or faulty; the newest first, with the key that sent it. Attempts of the
    /// last second may be missing. It needs the role <see cref="Role.Integrator"/> or
    /// <see cref="Role.Admin"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The id is malformed.</exception>
    public Task<Items<ArrivalAttempt>> ArrivalsAsync(string id, CancellationToken cancellationToken = default)
    {
        Calls.Check(id);
        return _calls.Ask("arrivals", () => _calls.Actor<IArrivalsGrain>(id).Find(), cancellationToken);
    }

    /// <summary>Notes an attempt that reached no actor.</summary>
    internal async Task NoteArrivalAsync(string id, ArrivalAttempt attempt)
    {
        try
        {
            await _calls.Ask<object?>("arrivals.note", async () =>
            {
                await _calls.Actor<IArrivalsGrain>(id).Note(attempt);
                return null;
            }, CancellationToken.None);
        }
        catch (Exception failure) when (failure is UnavailableException or BusyException or AccessDeniedException)
        {
            // It is a note beside an answer that was given.
        }
    }

    /// <summary>How the coordinator is.</summary>
    public Task<ClusterStatus> StatusAsync(CancellationToken cancellationToken = default) =>
        _calls.Ask("status", () => Actor.Status(), cancellationToken);

    /// <summary>
    /// Checks every invariant at one place of the journal, not before everything that is in it now. It takes as long as
    /// it takes: a minute for a few million events.
    /// </summary>
    /// <exception cref="UnavailableException">
    /// It could not be finished, for example because the silo that did it left; asking again is safe.
    /// </exception>
    public Task<VerifyReport> VerifyAsync(CancellationToken cancellationToken = default) =>
        VerifyAsync(null, cancellationToken);

    /// <inheritdoc cref="VerifyAsync(CancellationToken)"/>
    /// <param name="progress">Is told how far it is.</param>
    /// <param name="cancellationToken">Stops waiting for it.</param>
    public async Task<VerifyReport> VerifyAsync(
        IProgress<VerifyProgress>? progress, CancellationToken cancellationToken = default)
    {
        var ticket = await _calls.Ask("verify.start", () => Verification.Start(), cancellationToken);
        for (var polls = new Backoff(MinPollInterval, MaxPollInterval, _calls.Time); ;)
        {
            await polls.WaitAsync(cancellationToken);
            var outcome = await _calls.Ask("verify.follow", () => Verification.Follow(ticket), cancellationToken);
            progress?.Report(outcome.Progress);
            if (outcome.Report is { } report)
                return report;
            if (outcome.Trouble is { } trouble)
                throw new UnavailableException(trouble);
        }
    }

    /// <summary>How far the verification under way is, and what the last one found.</summary>
    public Task<VerifyProgress> VerifyProgressAsync(CancellationToken cancellationToken = default) =>
        _calls.Ask("verify.progress", () => Verification.Progress(), cancellationToken);

    /// <summary>
    /// Begins to drain a silo: it finishes what was begun, hands its actors over and leaves. The status then, or null
    /// when no silo has that name; <see cref="StatusAsync"/> says how far it is.
    /// </summary>
    public Task<ClusterStatus?> DrainAsync(string silo, CancellationToken cancellationToken = default) =>
        _calls.Ask("drain", () => Actor.Drain(new(silo)), cancellationToken);

    /// <summary>Starts building the read models anew; <see cref="StatusAsync"/> says how far it is.</summary>
    public Task RebuildAsync(CancellationToken cancellationToken = default) =>
        _calls.Ask(
            "rebuild",
            async () =>
            {
                await Actor.Rebuild();
                return true;
            },
            cancellationToken);

    /// <summary>
    /// Raises the database to a feature level. A node that runs and cannot read it prevents that and is named in the
    /// reply; doing it again changes nothing.
    /// </summary>
    public Task<LevelReply> RaiseLevelAsync(int level, CancellationToken cancellationToken = default) =>
        _calls.Ask("raise-level", () => Actor.RaiseLevel(new(level)), cancellationToken);

    private IOperationsGrain Actor => _calls.Queries<IOperationsGrain>();

    private IVerificationGrain Verification => _calls.Queries<IVerificationGrain>();
}
