using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace SupplyChain.Imports;

/// <summary>One import job. The work is done beside the actor; what the actor remembers is that it was begun and how it
/// ended.</summary>
[GrainType("import"), Reentrant]
public sealed class ImportGrain(ActorServices services, ImportWork work)
    : JournaledActor<ImportJob, ImportEvent>(services), IImportGrain, IImportActor, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private ImportProgress _progress = new();
    private Task _running = Task.CompletedTask;

    /// <inheritdoc/>
    public async Task<Items<Fault>> Store(StoreImportPart command)
    {
        var faults = command.Validate();
        if (faults.Count == 0 && await ReadNewest(job => job.Work is null))
        {
            await work.StoreAsync(Tenant, Id, command);
        }
        return faults;
    }

    /// <inheritdoc/>
    public async Task<ImportReply> Start(StartImport command)
    {
        var isNew = await Read(job => job.Work is null);
        if (isNew && await work.FaultsOf(Tenant, Id, command) is { Count: > 0 } faults)
        {
            await work.DeleteAsync(Tenant, Id);
            return Replies.Invalid<ImportReply, ImportReport>(faults);
        }
        var tail = isNew ? await work.TailAsync() : "";
        var reply = await Commit(
            job => ImportJob.Decide(job, Id, command, tail),
            (job, decision) => Replies.To<ImportReply, ImportReport, ImportEvent>(
                decision, ReportOf(job), ReplyStatus.Created));
        Begin();
        return reply;
    }

    /// <inheritdoc/>
    public Task<ImportReport?> Get() => Read(ReportOf);

    /// <inheritdoc/>
    public Task<ImportPreview?> Preview(PreviewImport query) => work.PreviewAsync(Tenant, Id, query);

    /// <inheritdoc/>
    public async Task<SentRows?> RefusedRows(ReadRefusedRows query)
    {
        var job = await Read(job => job);
        return job.Outcome is null ? null : await work.RefusedAsync(Tenant, job, query.After);
    }

    /// <inheritdoc/>
    public async Task Resume()
    {
        if (await Read(job => job.IsOpen))
        {
            Begin();
        }
    }

    /// <summary>Elsewhere its work would begin anew.</summary>
    protected override bool Stays => State.IsOpen;

    /// <inheritdoc/>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await base.OnDeactivateAsync(reason, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    private void Begin()
    {
        if (State.IsOpen && _running.IsCompleted && !_stop.IsCancellationRequested)
        {
            _progress = new();
            _running = Run(State, _progress);
        }
    }

    private async Task Run(ImportJob begun, ImportProgress progress)
    {
        try
        {
            var (stop, started) = (_stop.Token, begun.Work!);
            var status = await Task.Run(() => CarryOut(begun, progress, stop), stop);
            CallContext.Actor = ImportCalls.Actor;
            CallContext.Deadline = null;
            var outcome = progress.Outcome(Id, started, status);
            await Commit(job => ImportJob.DecideEnded(job, outcome));
            if (outcome is { DryRun: false, Refused: 0 })
            {
                // Otherwise it can be imported after all, and what was refused be read, until it is forgotten.
                await work.DeleteAsync(Tenant, started.File);
            }
        }
        catch (Exception trouble) when (trouble is UnavailableException or BusyException or OperationCanceledException)
        {
            Services.Log.Interrupted(Stream.ToString(), trouble.Message);
        }
    }

    /// <summary>Trouble with the file, or of an unforeseen kind, ends the job; trouble that passes does
    /// not.</summary>
    private async Task<ImportStatus> CarryOut(
        ImportJob begun, ImportProgress progress, CancellationToken stop)
    {
        try
        {
            await work.RunAsync(Tenant, Id, begun, progress, stop);
            return ImportStatus.Completed;
        }
        catch (Exception trouble) when (trouble is ImportFileException or ImportProfileException)
        {
            progress.Findings.Fail(trouble.Message);
        }
        catch (Exception trouble)
            when (trouble is not (UnavailableException or BusyException or OperationCanceledException))
        {
            Services.Log.ImportFailed(trouble, Stream.ToString());
            progress.Findings.Fail("The import failed unexpectedly; the log of the node says more.");
        }
        return ImportStatus.Failed;
    }

    private ImportReport? ReportOf(ImportJob job) => (job.Outcome
        ?? (job.Work is { } started
            ? _progress.Outcome(Id, started, _progress.IsRunning ? ImportStatus.Running : ImportStatus.Queued)
            : null))?.ToContract();
}
