namespace SupplyChain.Webhooks;

/// <summary>
/// What a webhook could not deliver yet: of each entity in order, so that only its first one is tried.
/// </summary>
internal sealed class WaitingDeliveries
{
    private readonly Dictionary<string, SortedList<long, WaitingDelivery>> _bySubject = new(StringComparer.Ordinal);

    /// <summary>How many wait.</summary>
    public int Count { get; private set; }

    /// <summary>When the next attempt is due; null when nothing waits.</summary>
    public DateTimeOffset? NextAt => Heads.Select(head => (DateTimeOffset?)head.NextAt).Min();

    private IEnumerable<WaitingDelivery> Heads => _bySubject.Values.Select(queue => queue.Values[0]);

    /// <summary>Begins with what was stored.</summary>
    public static WaitingDeliveries Of(IEnumerable<WaitingDelivery> stored)
    {
        var waiting = new WaitingDeliveries();
        foreach (var delivery in stored)
            waiting.Put(delivery);
        return waiting;
    }

    /// <summary>Whether something of an entity waits: what comes later has to wait behind it.</summary>
    public bool HasAny(string subject) => _bySubject.ContainsKey(subject);

    /// <summary>Has an event wait, at its place; one that waits already is replaced.</summary>
    public void Put(WaitingDelivery delivery)
    {
        if (!_bySubject.TryGetValue(delivery.Subject, out var queue))
            _bySubject[delivery.Subject] = queue = [];
        if (!queue.ContainsKey(delivery.Sequence))
            Count++;
        queue[delivery.Sequence] = delivery;
    }

    /// <summary>Has an event wait behind what is tried before it, unless it waits already.</summary>
    public void PutBehind(WaitingDelivery delivery)
    {
        if (!_bySubject.TryGetValue(delivery.Subject, out var queue) || !queue.ContainsKey(delivery.Sequence))
            Put(delivery);
    }

    /// <summary>Takes an event out: it was delivered, or given up.</summary>
    public void Remove(string subject, long sequence)
    {
        if (!_bySubject.TryGetValue(subject, out var queue) || !queue.Remove(sequence))
            return;
        Count--;
        if (queue.Count == 0)
            _bySubject.Remove(subject);
    }

    /// <summary>The queues whose first event is due, those that wait longest first.</summary>
    public IReadOnlyList<IReadOnlyList<WaitingDelivery>> Due(DateTimeOffset now) =>
    [
        .. from queue in _bySubject.Values
           let head = queue.Values[0]
           where head.NextAt <= now
           orderby head.NextAt, head.Subject
           select queue.Values.ToArray(),
    ];

    /// <summary>Has everything tried again now, with three days ahead of it.</summary>
    public void BeginAnew(DateTimeOffset now) => Change(one => one with { FirstAt = null, NextAt = now });

    /// <summary>
    /// Has what was not taken since the receiver took nothing tried again now, because it takes events again; what it
    /// had not taken before keeps its time.
    /// </summary>
    public void Hurry(DateTimeOffset since, DateTimeOffset now) =>
        Change(one => one.FirstAt < since ? one : one with { NextAt = now });

    /// <summary>All of them, as they are stored.</summary>
    public Items<WaitingDelivery> All() => _bySubject.Values.SelectMany(queue => queue.Values).ToItems();

    private void Change(Func<WaitingDelivery, WaitingDelivery> change)
    {
        foreach (var delivery in All())
            Put(change(delivery));
    }
}
