namespace SupplyChain;

/// <summary>A turn for work that many ask for and that is done once for all who asked before it began.</summary>
internal sealed class SharedTurn(AsyncLock turn, TimeSpan patience, Func<Task> work)
{
    private Task? _next;

    /// <summary>Asks for the work, and waits until it was done from beginning to end after that.</summary>
    public async Task DoneAsync(TimeSpan timeLeft)
    {
        var next = _next ??= TakeAsync();
        try
        {
            await next.WaitAsync(timeLeft);
        }
        catch (TimeoutException)
        {
            throw new UnavailableException("The actor was busy until the deadline; what it took in it finishes later.");
        }
    }

    private async Task TakeAsync()
    {
        await Task.Yield(); // The next turn has to be known before it begins.
        IDisposable held;
        try
        {
            held = await turn.EnterAsync(patience);
        }
        finally
        {
            _next = null;
        }
        using (held)
        {
            await work();
        }
    }
}
