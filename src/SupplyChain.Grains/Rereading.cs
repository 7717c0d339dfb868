namespace SupplyChain;

/// <summary>
/// When a silo reads again what it keeps of the journal in memory: one reading after the other, so that nothing older
/// takes the place of something newer.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="read">Reads what was appended since the reading before.</param>
internal sealed class Rereading(TimeProvider time, Func<CancellationToken, Task> read) : IDisposable
{
    private static readonly TimeSpan MinInterval = TimeSpan.FromMilliseconds(100);

    private readonly SharedRun<bool> _missed = new();
    private readonly SemaphoreSlim _turn = new(1);
    private long _readAt;

    /// <summary>How long ago the last reading that succeeded began.</summary>
    public TimeSpan Age => time.GetElapsedTime(Volatile.Read(ref _readAt));

    /// <summary>Reads now.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await ReadInTurnAsync(cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>
    /// Reads for a caller that misses something, which may have been appended a moment ago: the reading begins after
    /// the caller asked, serves all who asked before it began, and begins ten times a second at most.
    /// </summary>
    public Task ReadMissingAsync() => _missed.NextAsync(async begun =>
    {
        await _turn.WaitAsync();
        try
        {
            if (MinInterval - Age is { Ticks: > 0 } rest)
                await Task.Delay(rest, time);
            begun();
            await ReadInTurnAsync(CancellationToken.None);
            return true;
        }
        finally
        {
            _turn.Release();
        }
    });

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task ReadInTurnAsync(CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        await read(cancellationToken);
        Volatile.Write(ref _readAt, began);
    }
}
