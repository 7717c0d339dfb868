namespace SupplyChain;

/// <summary>A turn of an actor for work that many ask for and that is done once for all who asked before it
/// began.</summary>
internal sealed class SharedTurn(AsyncLock turn, TimeSpan patience, Func<Task> work)
{
    private readonly SharedRun<bool> _runs = new();

    /// <summary>Asks for the work, and waits until it was done from beginning to end after that.</summary>
    public async Task DoneAsync(TimeSpan timeLeft)
    {
        try
        {
            await _runs.NextAsync(TakeAsync).WaitAsync(timeLeft);
        }
        catch (TimeoutException)
        {
            throw new UnavailableException("The actor was busy until the deadline; what it took in it finishes later.");
        }
    }

    private async Task<bool> TakeAsync(Action begun)
    {
        await Task.Yield(); // Requests that came in together share one turn, also when it is free.
        using var held = await turn.EnterAsync(patience);
        begun();
        await work();
        return true;
    }
}
