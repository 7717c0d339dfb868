namespace SupplyChain.Demo;

/// <summary>
/// What open orders and shipments wait for: the next errand of each and never more, so it is as large as what is open.
/// </summary>
internal sealed class Agenda
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<Errand, DateTimeOffset> _errands = new();
    private readonly HashSet<string> _subjects = [];

    /// <summary>How many errands are ahead.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _errands.Count;
        }
    }

    /// <summary>Plans an errand, unless its subject waits for one already.</summary>
    public void Add(Errand errand)
    {
        lock (_lock)
        {
            if (_subjects.Add(errand.Subject))
                _errands.Enqueue(errand, errand.At);
        }
    }

    /// <summary>Takes the errands up to a moment, the earliest first.</summary>
    public IReadOnlyList<Errand> TakeUntil(DateTimeOffset moment)
    {
        var due = new List<Errand>();
        lock (_lock)
        {
            while (_errands.TryPeek(out _, out var at) && at <= moment)
            {
                var errand = _errands.Dequeue();
                _subjects.Remove(errand.Subject);
                due.Add(errand);
            }
        }

        return due;
    }
}
