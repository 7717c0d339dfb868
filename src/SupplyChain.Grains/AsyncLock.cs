namespace SupplyChain;

#pragma warning disable CA1001 // A semaphore whose wait handle is not used holds nothing to dispose of.
/// <summary>One at a time, in the order of asking, within an actor.</summary>
internal sealed class AsyncLock
{
    private readonly SemaphoreSlim _free = new(1, 1);

    /// <summary>Whether the turn is taken.</summary>
    public bool IsHeld => _free.CurrentCount == 0;

    /// <summary>Waits for its turn; dispose the result to let the next one in.</summary>
    public async Task<IDisposable> EnterAsync(TimeSpan patience)
    {
        if (!await _free.WaitAsync(patience))
        {
            throw new UnavailableException("The actor was busy with earlier requests until the deadline.");
        }
        return new Turn(_free);
    }

    /// <summary>Waits until all before it have had their turn, or as long as it may take.</summary>
    public async Task WaitUntilFreeAsync(TimeSpan patience)
    {
        if (await _free.WaitAsync(patience))
        {
            _free.Release();
        }
    }

    private sealed class Turn(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
