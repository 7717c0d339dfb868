using Microsoft.Extensions.Options;
using SupplyChain.Journal;

namespace SupplyChain.Imports;

/// <summary>Reads a file and carries it out; one import at a time on a node, the others are queued.</summary>
public sealed class ImportWork(
    IGrainFactory grains, IJournal journal, ImportProfiles profiles, IOptions<ImportOptions> options, TimeProvider time)
    : IDisposable
{
    private static readonly TimeSpan CountEvery = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _turn = new(1);

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    /// <summary>What is wrong with a job that is to be started.</summary>
    public Items<Fault> FaultsOf(StartImport command)
    {
        try
        {
            if (profiles.Find(command.Profile) is null)
                return [new("/profile", FaultCodes.Invalid, $"There is no import profile '{command.Profile}'.")];
        }
        catch (ImportProfileException fault)
        {
            return [new("/profile", FaultCodes.Invalid, fault.Message)];
        }

        return File.Exists(PathOf(command.File))
            ? []
            : [new("/file", FaultCodes.Invalid, $"There is no file '{command.File}' in the import folder.")];
    }

    /// <summary>Where the journal ends now, as text.</summary>
    /// <exception cref="UnavailableException">The journal does not say.</exception>
    public async Task<string> TailAsync()
    {
        try
        {
            return (await journal.TailPositionAsync()).ToString();
        }
        catch (JournalUnavailableException trouble)
        {
            throw new UnavailableException(trouble.Message);
        }
    }

    /// <summary>Carries a job out, however often it was begun before.</summary>
    /// <exception cref="ImportFileException">The file as a whole cannot be read.</exception>
    /// <exception cref="ImportProfileException">The profile is faulty.</exception>
    /// <exception cref="UnavailableException">Actors did not answer for long; to be taken up later.</exception>
    public async Task RunAsync(
        TenantId tenant, ImportId id, ImportEvent.Started work, ImportProgress progress,
        CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            progress.IsRunning = true;
            var profile = profiles.Find(work.Profile)
                ?? throw new ImportProfileException($"There is no profile '{work.Profile}' any more.");
            var plan = await ReadAsync(profile, work.File, progress, cancellationToken);
            var correlation = $"import/{id}";
            var calls = new ImportCalls(grains, tenant, correlation, options.Value.Patience, time);
            if (work.DryRun)
            {
                await new ImportRehearsal(calls, progress, options.Value.OrdersInFlight).RunAsync(plan, cancellationToken);
                return;
            }
            var from = Position.TryParse(work.Tail, out var tail) ? tail : Position.Start;
            var running = new ImportRunner(calls, progress, options.Value.OrdersInFlight)
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
    public void Delete(string file) => File.Delete(PathOf(file));

    private string PathOf(string file) => Path.Combine(options.Value.Folder, Path.GetFileName(file));

    private async Task<ImportPlan> ReadAsync(
        ImportProfile profile, string file, ImportProgress progress, CancellationToken cancellationToken)
    {
        var planner = new ImportPlanner(profile, time.GetUtcNow(), progress.Findings);
        await ImportFile.ReadAsync(PathOf(file), profile, planner, options.Value.MaxRows, cancellationToken);
        var plan = planner.Plan();
        progress.Found(plan.Rows);
        return plan;
    }

    private async Task CountAsync(
        Task running, WrittenEvents written, ImportProgress progress, CancellationToken cancellationToken)
    {
        while (!running.IsCompleted)
        {
            await Task.WhenAny(running, Task.Delay(CountEvery, time, cancellationToken));
            progress.Wrote(await written.CountAsync(cancellationToken));
        }
        await running;
        progress.Wrote(await written.CountAsync(cancellationToken));
    }
}
