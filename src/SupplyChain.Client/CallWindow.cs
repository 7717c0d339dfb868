namespace SupplyChain;

/// <summary>
/// How many calls of a client are under way at once. The window opens while answers come fast and closes while they are
/// slow or fail, so that a cluster that has just started, or is asked for more than it can do, works on calls whose
/// callers still listen. Those that wait in front of it take turns; once the oldest has waited for long the youngest
/// goes first, because the caller that has waited longest is the nearest to giving up.
/// </summary>
internal sealed class CallWindow(TimeProvider time)
{
    /// <summary>So many may always be under way, however slow the answers are.</summary>
    public const int MinSize = 128;

    private const int InitialSize = 512;
    private const int MaxSize = 2_048;
    private const double Opens = 1;
    private const double Closes = 0.5;
    private static readonly TimeSpan FastThreshold = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SlowThreshold = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AdaptiveLifoThreshold = TimeSpan.FromSeconds(2);

    private readonly Lock _turn = new();
    private readonly LinkedList<Caller> _waiting = [];
    private double _size = InitialSize;
    private int _underWay;

    /// <summary>How many calls may be under way now.</summary>
    public int Size
    {
        get
        {
            lock (_turn)
                return (int)_size;
        }
    }

    /// <summary>Makes a call when there is room for it.</summary>
    /// <exception cref="BusyException">There was none within the patience; nothing was sent.</exception>
    public async Task<T> CallAsync<T>(Func<Task<T>> call, TimeSpan patience, CancellationToken cancellationToken)
    {
        await EnterAsync(patience, cancellationToken);
        var sent = time.GetTimestamp();
        var failed = false;
        try
        {
            return await call();
        }
        catch (Exception failure) when (Transient.Is(failure) && !cancellationToken.IsCancellationRequested)
        {
            failed = true;
            throw;
        }
        finally
        {
            Leave(time.GetElapsedTime(sent), failed);
        }
    }

    private async Task EnterAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        LinkedListNode<Caller> place;
        lock (_turn)
        {
            if (_underWay < (int)_size)
            {
                _underWay++;
                return;
            }
            place = _waiting.AddLast(new Caller(
                time.GetTimestamp(), new(TaskCreationOptions.RunContinuationsAsynchronously)));
        }
        try
        {
            await place.Value.Admitted.Task.WaitAsync(patience, time, cancellationToken);
        }
        catch (Exception gone) when (gone is TimeoutException or OperationCanceledException)
        {
            GiveUp(place);
            if (gone is OperationCanceledException)
                throw;
            throw new BusyException("Too many calls are under way; this one was not sent.");
        }
    }

    /// <summary>Leaves the queue, or gives back the room that came at the same moment.</summary>
    private void GiveUp(LinkedListNode<Caller> place)
    {
        lock (_turn)
        {
            if (place.List is not null)
            {
                _waiting.Remove(place);
                return;
            }
            _underWay--;
            LetIn();
        }
    }

    private void Leave(TimeSpan took, bool failed)
    {
        lock (_turn)
        {
            if (failed || took > SlowThreshold)
                _size = Math.Max(MinSize, _size - Closes);
            else if (took < FastThreshold && 2 * _underWay > _size) // A window that is not used need not grow.
                _size = Math.Min(MaxSize, _size + Opens);
            _underWay--;
            LetIn();
        }
    }

    private void LetIn()
    {
        while (_underWay < (int)_size && _waiting.First is { } oldest)
        {
            var next = time.GetElapsedTime(oldest.Value.Since) < AdaptiveLifoThreshold ? oldest : _waiting.Last!;
            _waiting.Remove(next);
            _underWay++;
            next.Value.Admitted.SetResult();
        }
    }

    private readonly record struct Caller(long Since, TaskCompletionSource Admitted);
}
