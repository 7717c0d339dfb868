using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using Orleans.Storage;

namespace SupplyChain;

/// <summary>
/// A state of an actor that has no history worth keeping, in Orleans' grain storage. It is read when it is asked for
/// first and not by the activation, whose failure would be the storage's own; one change at a time, each durable before
/// it is answered. After a failure it is unknown, and read again.
/// </summary>
/// <param name="storage">Where it is kept.</param>
/// <param name="name">What it is called there.</param>
/// <param name="actor">Whose it is.</param>
/// <param name="log">Where trouble is told.</param>
internal sealed partial class StoredState<T>(IGrainStorage storage, string name, GrainId actor, ILogger log)
    where T : class, new()
{
    private static readonly TimeSpan TurnTimeout = TimeSpan.FromSeconds(10);

    private readonly AsyncLock _turn = new();
    private GrainState<T>? _known;

    /// <summary>Whether another activation of the actor has written it.</summary>
    public bool IsContested { get; private set; }

    /// <summary>What is stored; a new one when nothing is.</summary>
    /// <exception cref="UnavailableException">The storage did not answer.</exception>
    public async Task<T> ReadAsync()
    {
        using var turn = await _turn.EnterAsync(TurnTimeout);
        return (await KnownAsync()).State!;
    }

    /// <summary>Stores another one.</summary>
    /// <exception cref="UnavailableException">
    /// The storage did not answer, or another activation wrote; whether it is stored is unknown.
    /// </exception>
    public async Task WriteAsync(T changed)
    {
        using var turn = await _turn.EnterAsync(TurnTimeout);
        var stored = await KnownAsync();
        _known = null;
        stored.State = changed;
        await TryAsync(() => storage.WriteStateAsync(name, actor, stored));
        _known = stored;
    }

    /// <summary>Removes it from the storage.</summary>
    /// <exception cref="UnavailableException">The storage did not answer, or another activation wrote.</exception>
    public async Task ClearAsync()
    {
        using var turn = await _turn.EnterAsync(TurnTimeout);
        var stored = await KnownAsync();
        _known = null;
        await TryAsync(() => storage.ClearStateAsync(name, actor, stored));
    }

    private async Task<GrainState<T>> KnownAsync()
    {
        if (_known is not null)
            return _known;
        var stored = new GrainState<T>(new T());
        await TryAsync(() => storage.ReadStateAsync(name, actor, stored));
        stored.State ??= new();
        return _known = stored;
    }

    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        // What providers of databases throw is an external exception, whichever it is.
        catch (Exception failure) when (failure
            is ExternalException or InconsistentStateException or TimeoutException or OrleansException or IOException)
        {
            IsContested |= failure is InconsistentStateException;
            Failed(log, failure, name, actor);
            throw new UnavailableException($"What is stored as '{name}' could not be read or written.");
        }
    }

    [LoggerMessage(LogLevel.Warning, "What is stored as {Name} of {Actor} could not be read or written")]
    private static partial void Failed(ILogger log, Exception failure, string name, GrainId actor);
}
