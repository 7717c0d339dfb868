namespace SupplyChain;

#pragma warning disable CA1001 // A semaphore whose wait handle nobody asks for holds nothing to dispose of.
/// <summary>One at a time, in the order of asking, within an actor.</summary>
internal sealed class AsyncLock
{
    private readonly SemaphoreSlim _free = new(1, 1);

    /// <summary>Waits for its turn; dispose the result to let the next one in.</summary>
    public async Task<IDisposable> EnterAsync(TimeSpan patience)
    {
        if (!await _free.WaitAsync(patience))
        {
            throw new UnavailableException("The actor was busy with earlier requests until the deadline.");
        }
        return new Turn(_free);
    }

    private sealed class Turn(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
