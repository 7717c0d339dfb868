namespace SupplyChain.Exports;

/// <summary>Lets a few exports run at once on a node: each reads a list to its end.</summary>
internal sealed class ExportLimit : IDisposable
{
    private const int MaxConcurrentExports = 4;

    private readonly SemaphoreSlim _free = new(MaxConcurrentExports, MaxConcurrentExports);

    /// <summary>Begins one; null when too many run. What it gives ends it.</summary>
    public IDisposable? TryBegin() => _free.Wait(0) ? new Running(_free) : null;

    /// <inheritdoc/>
    public void Dispose() => _free.Dispose();

    private sealed class Running(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
