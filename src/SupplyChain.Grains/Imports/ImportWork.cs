using SupplyChain.Journal;
using SupplyChain.Journal.Uploads;

namespace SupplyChain.Imports;

/// <summary>Reads a file and carries it out; one import at a time on a node, the others are queued.</summary>
public sealed class ImportWork(
    IGrainFactory grains, IJournal journal, IUploads uploads, KnownProfiles profiles, ImportOptions options,
    TimeProvider time) : IDisposable
{
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _turn = new(1);

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    /// <summary>What is wrong with a job that is to be started.</summary>
    /// <exception cref="UnavailableException">It cannot be told whether its file is there.</exception>
    public async Task<Items<Fault>> FaultsOf(TenantId tenant, ImportId id, StartImport command)
    {
        try
        {
            if (await profiles.FindAsync(tenant, command.Profile) is null)
            {
                var known = string.Join(", ", await profiles.NamesAsync(tenant));
                var message = $"There is no import profile '{command.Profile}'; known: {known}.";
                return [new("/profile", FaultCodes.Invalid, message)];
            }
        }
        catch (ImportProfileException fault)
        {
            return [new("/profile", FaultCodes.Invalid, fault.Message)];
        }

        if (command.Validate() is { Count: > 0 } faults)
            return faults;
        await using var file = await Asked(() => uploads.OpenAsync(tenant, (command.FileOf ?? id).Value));
        return file is not null ? []
            : command.FileOf is { } other ? [new(
                "/fileOf", FaultCodes.Invalid, $"The file of import {other} is not kept any more; upload it again.")]
            : [new("/file", FaultCodes.Required, "There is nothing to import.")];
    }

    /// <summary>How a file begins; null when there is none.</summary>
    /// <exception cref="UnavailableException">It could not be read now.</exception>
    public async Task<ImportPreview?> PreviewAsync(TenantId tenant, ImportId id, PreviewImport query)
    {
        await using var file = await Asked(() => uploads.OpenAsync(tenant, id.Value));
        return file is null ? null : await Asked(() => FileRows.PreviewAsync(
            () => uploads.OpenAsync(tenant, id.Value), query, CancellationToken.None));
    }

    /// <summary>The rows that a job refused, as they were sent; null when its file is not kept any more.</summary>
    /// <exception cref="UnavailableException">It could not be read now.</exception>
    public async Task<SentRows?> RefusedAsync(TenantId tenant, ImportJob job, int after)
    {
        if (await profiles.FindAsync(tenant, job.Work!.Profile) is not { } profile
            || await Asked(() => uploads.OpenAsync(tenant, job.Work.File)) is not { } file)
        {
            return null;
        }
        var refused = job.Outcome!.Errors.Where(finding => finding.Severity == ImportSeverity.Error)
            .Select(finding => finding.Row).Where(row => row > after);
        return await Asked(async () =>
        {
            await using (file)
            {
                var text = await FileText.OpenAsync(file, profile, job.Charset, CancellationToken.None);
                return await FileRows.RefusedAsync(text, [.. refused], CancellationToken.None);
            }
        });
    }

    /// <summary>Stores a part of a job's file.</summary>
    /// <exception cref="UnavailableException">It could not be stored.</exception>
    public Task StoreAsync(TenantId tenant, ImportId id, StoreImportPart part) => Asked(async () =>
    {
        await uploads.StoreAsync(tenant, id.Value, part.Number, part.Bytes);
        return true;
    });

    /// <summary>Where the journal ends now, as text.</summary>
    /// <exception cref="UnavailableException">The journal does not say.</exception>
    public async Task<string> TailAsync() => (await Asked(() => journal.TailPositionAsync())).ToString();

    /// <summary>Carries a job out, however often it was begun before.</summary>
    /// <exception cref="ImportFileException">The file as a whole cannot be read.</exception>
    /// <exception cref="ImportProfileException">The profile is faulty.</exception>
    /// <exception cref="UnavailableException">Actors did not answer for long; to be taken up later.</exception>
    public async Task RunAsync(
        TenantId tenant, ImportId id, ImportJob job, ImportProgress progress, CancellationToken cancellationToken)
    {
        var work = job.Work!;
        await _turn.WaitAsync(cancellationToken);
        try
        {
            progress.IsRunning = true;
            var correlation = $"{ImportJob.Kind}/{id}";
            var calls = new ImportCalls(grains, tenant, correlation, options.Patience, time);
            var saved = await calls.Call(
                (IImportProfilesGrain actor) => actor.All(), IImportProfilesGrain.Id, cancellationToken);
            var profile = profiles.Find(saved, work.Profile)
                ?? throw new ImportProfileException($"There is no profile '{work.Profile}' any more.");
            var plan = await ReadAsync(tenant, profile, job, progress, cancellationToken);
            if (work.DryRun)
            {
                await new ImportDryRun(calls, progress, options.OrdersInFlight)
                    .RunAsync(plan, cancellationToken);
                return;
            }
            var from = Position.TryParse(work.Tail, out var tail) ? tail : Position.Start;
            var running = new ImportRunner(calls, progress, options.OrdersInFlight)
                .RunAsync(plan, profile.DefineMissing, cancellationToken);
            await CountAsync(running, new(journal, tenant, correlation, plan, from), progress, cancellationToken);
        }
        catch (JournalUnavailableException trouble)
        {
            throw new UnavailableException(trouble.Message);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The job is over: its file has served.</summary>
    /// <exception cref="UnavailableException">It could not be deleted now.</exception>
    public Task DeleteAsync(TenantId tenant, string file) => Asked(async () =>
    {
        await uploads.DeleteAsync(tenant, file);
        return true;
    });

    private static async Task<T> Asked<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (JournalUnavailableException trouble)
        {
            throw new UnavailableException(trouble.Message);
        }
    }

    private async Task<ImportPlan> ReadAsync(
        TenantId tenant, ImportProfile profile, ImportJob job, ImportProgress progress,
        CancellationToken cancellationToken)
    {
        var planner = new ImportPlanner(profile, time.GetUtcNow(), progress.Findings);
        await using var stream = await uploads.OpenAsync(tenant, job.Work!.File, cancellationToken)
            ?? throw new ImportFileException("The file is not there any more.");
        await ImportFile.ReadAsync(stream, profile, job.Charset, planner, options.MaxRows, cancellationToken);
        var plan = planner.Plan();
        progress.Found(plan.Rows);
        return plan;
    }

    private async Task CountAsync(
        Task running, WrittenEvents written, ImportProgress progress, CancellationToken cancellationToken)
    {
        while (!running.IsCompleted)
        {
            await Task.WhenAny(running, Task.Delay(ProgressInterval, time, cancellationToken));
            progress.Wrote(await written.CountAsync(cancellationToken));
        }
        await running;
        progress.Wrote(await written.CountAsync(cancellationToken));
    }
}
