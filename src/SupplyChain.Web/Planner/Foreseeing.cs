namespace SupplyChain.Planner;

/// <summary>
/// What a form would do: asked a moment after its last change, and again when it changes; an answer that is overtaken
/// is not shown.
/// </summary>
/// <param name="draw">Draws what was learned.</param>
internal sealed class Foreseeing<T>(Func<Task> draw) : IDisposable where T : class
{
    private static readonly TimeSpan DebounceDelay = TimeSpan.FromMilliseconds(250);
    private CancellationTokenSource? _asking;

    /// <summary>What would be; null while nothing is asked, and when it would be refused.</summary>
    public T? Seen { get; private set; }

    /// <summary>Why it would be refused, or is not known; null when neither.</summary>
    public string? Refused { get; private set; }

    /// <summary>Whether what is shown is about to be replaced.</summary>
    public bool IsAsking { get; private set; }

    /// <summary>Asks, in a moment.</summary>
    /// <param name="ask">The question.</param>
    /// <param name="done">What would not be done: "cancelled".</param>
    public void Ask(Func<CancellationToken, Task<Reply<T>>> ask, string done)
    {
        Stop();
        _asking = new();
        IsAsking = true;
        _ = AskAsync(ask, done, _asking.Token);
    }

    /// <summary>Nothing is asked any more.</summary>
    public void Forget()
    {
        Stop();
        (Seen, Refused, IsAsking) = (null, null, false);
    }

    /// <inheritdoc/>
    public void Dispose() => Stop();

    private void Stop()
    {
        _asking?.Cancel();
        _asking?.Dispose();
        _asking = null;
    }

    private async Task AskAsync(
        Func<CancellationToken, Task<Reply<T>>> ask, string done, CancellationToken overtaken)
    {
        try
        {
            await Task.Delay(DebounceDelay, overtaken);
            var reply = await ask(overtaken);
            if (overtaken.IsCancellationRequested)
                return;
            Seen = reply.Accepted ? reply.Value : null;
            Refused = reply.Accepted ? null : Refusals.Say(done, reply).Text;
        }
        catch (OperationCanceledException) when (overtaken.IsCancellationRequested)
        {
            return;
        }
        catch (Exception failure) when (NodeTrouble.Is(failure))
        {
            (Seen, Refused) = (null, NodeTrouble.Say(failure, "What it would change is not known just now."));
        }

        IsAsking = false;
        await draw();
    }
}
