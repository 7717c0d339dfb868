namespace SupplyChain;

/// <summary>
/// How many calls of a client are under way at once. The window opens while answers come fast and closes while they are
/// slow or fail, so that a cluster that has just started, or is asked for more than it can do, works on calls whose
/// callers still listen. Those that wait in front of it take turns; once the oldest has waited for long the youngest
/// goes first, because the caller that has waited longest is the nearest to giving up. A call that would be answered
/// too late for its caller, as things go, is refused and not sent.
/// </summary>
/// <param name="time">What waits are measured by.</param>
/// <param name="deadline">How long a call may take; what is fast and what is long are shares of that.</param>
internal sealed class CallWindow(TimeProvider time, TimeSpan deadline)
{
    /// <summary>So many may always be under way, however slow the answers are.</summary>
    public const int MinSize = 128;

    private const int InitialSize = 512;
    private const int MaxSize = 2_048;
    private const double Opens = 1;
    private const double Closes = 0.5;
    private const double NewestShare = 0.05;

    private readonly TimeSpan _fast = deadline / 32;
    private readonly TimeSpan _long = deadline / 4;
    private readonly Lock _turn = new();
    private readonly LinkedList<Caller> _waiting = [];
    private double _size = InitialSize;
    private int _underWay;
    private double _answerSeconds; // The mean of those that were answered, the newest weighing most.

    /// <summary>How many calls may be under way now.</summary>
    public int Size
    {
        get
        {
            lock (_turn)
                return (int)_size;
        }
    }

    /// <summary>How long a call that comes now takes until it is answered, as things go.</summary>
    public TimeSpan ExpectedTime
    {
        get
        {
            lock (_turn)
                return Expected();
        }
    }

    /// <summary>Whether a call that comes now would be answered too late, as things go.</summary>
    public bool Refuses(TimeSpan patience)
    {
        lock (_turn)
            return _underWay >= (int)_size && Expected() > patience;
    }

    /// <summary>What a caller gets that is refused.</summary>
    public static BusyException TooLate() => new("This call would be answered after its deadline; it was not sent.");

    /// <summary>Makes a call when there is room for it.</summary>
    /// <exception cref="BusyException">
    /// There was none within the patience, or will be none in time; nothing was sent.
    /// </exception>
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
            if (Expected() > patience)
                throw TooLate();
            place = _waiting.AddLast(new Caller(
                time.GetTimestamp(), patience, new(TaskCreationOptions.RunContinuationsAsynchronously)));
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
            if (!place.Value.Admitted.Task.IsCompletedSuccessfully)
                return; // It was refused at the same moment, and had no room.
            _underWay--;
            LetIn();
        }
    }

    private void Leave(TimeSpan took, bool failed)
    {
        lock (_turn)
        {
            if (!failed)
                _answerSeconds += (took.TotalSeconds - _answerSeconds) * NewestShare;
            if (failed || took > _long)
                _size = Math.Max(MinSize, _size - Closes);
            else if (took < _fast && 2 * _underWay > _size) // A window that is not used need not grow.
                _size = Math.Min(MaxSize, _size + Opens);
            _underWay--;
            LetIn();
        }
    }

    /// <summary>Those that wait get all rooms at a time, each for as long as an answer takes.</summary>
    private TimeSpan Expected() => TimeSpan.FromSeconds(_answerSeconds * (_waiting.Count / _size + 1));

    private void LetIn()
    {
        while (_underWay < (int)_size && _waiting.First is { } oldest)
        {
            var next = Waited(oldest.Value) < _long ? oldest : _waiting.Last!;
            _waiting.Remove(next);
            if (Waited(next.Value).TotalSeconds + _answerSeconds > next.Value.Patience.TotalSeconds)
            {
                next.Value.Admitted.SetException(TooLate());
                continue;
            }
            _underWay++;
            next.Value.Admitted.SetResult();
        }
    }

    private TimeSpan Waited(Caller caller) => time.GetElapsedTime(caller.Since);

    private readonly record struct Caller(long Since, TimeSpan Patience, TaskCompletionSource Admitted);
}
