namespace SupplyChain.Operations;

/// <summary>Figures, exceptions, health.</summary>
public sealed class OperationsClient
{
    private static readonly TimeSpan VerifyDeadline = TimeSpan.FromMinutes(10);

    private readonly Calls _calls;

    internal OperationsClient(Calls calls) => _calls = calls;

    /// <summary>Figures over delivered lines.</summary>
    public Task<KpiReply> KpisAsync(KpiQuery query, CancellationToken cancellationToken = default) =>
        _calls.Ask("kpis", () => Actor.Kpis(query), cancellationToken);

    /// <summary>A page of what planners have to look at, newest first.</summary>
    public Task<Page<ExceptionEntry>> ExceptionsPageAsync(
        ListExceptions query, CancellationToken cancellationToken = default) =>
        _calls.Ask("exceptions", () => Actor.Exceptions(query), cancellationToken);

    /// <summary>What planners have to look at, newest first.</summary>
    public IAsyncEnumerable<ExceptionEntry> ExceptionsAsync(
        ExceptionStatus? status = null, ExceptionKind? kind = null, CancellationToken cancellationToken = default) =>
        Paging.All<ExceptionEntry>(
            async (page, cancellation) => await ExceptionsPageAsync(new(status, kind, page), cancellation),
            cancellationToken);

    /// <summary>How the coordinator is.</summary>
    public Task<ClusterStatus> StatusAsync(CancellationToken cancellationToken = default) =>
        _calls.Ask("status", () => Actor.Status(), cancellationToken);

    /// <summary>Checks every invariant at one place of the journal; takes up to 10 minutes.</summary>
    public Task<VerifyReport> VerifyAsync(CancellationToken cancellationToken = default) =>
        _calls.Call("verify", null, () => Actor.Verify(), VerifyDeadline, cancellationToken);

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

    private IOperationsGrain Actor => _calls.Queries<IOperationsGrain>();
}
