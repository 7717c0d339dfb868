namespace SupplyChain;

/// <summary>Threads that do nothing, as fast as they can, until they are disposed.</summary>
internal sealed class BusyProcessors : IDisposable
{
    private readonly Thread[] _threads;
    private volatile bool _ended;

    /// <summary>Begins.</summary>
    /// <param name="perProcessor">How many threads for each processor of the machine.</param>
    public BusyProcessors(int perProcessor)
    {
        _threads =
        [
            .. Enumerable.Range(0, perProcessor * Environment.ProcessorCount)
                .Select(_ => new Thread(Spin) { IsBackground = true }),
        ];
        foreach (var thread in _threads)
            thread.Start();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ended = true;
        foreach (var thread in _threads)
            thread.Join();
    }

    private void Spin()
    {
        while (!_ended)
            Thread.SpinWait(1_000);
    }
}
