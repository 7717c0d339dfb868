using System.Diagnostics.CodeAnalysis;

namespace SupplyChain.Journal;

/// <summary>
/// A queue whose takers sleep while it is empty. <c>BlockingCollection</c> spins before it sleeps: with a handful of
/// threads that wait most of the time, that took half of the processor.
/// </summary>
internal sealed class WorkQueue<T>
{
    private readonly object _gate = new();
    private readonly Queue<T> _items = new();
    private int _sleeping;
    private bool _completed;

    /// <summary>What waits.</summary>
    public T[] ToArray()
    {
        lock (_gate)
        {
            return [.. _items];
        }
    }

    /// <summary>Puts something in; false when the queue is closed.</summary>
    public bool TryAdd(T item)
    {
        lock (_gate)
        {
            if (!_completed)
            {
                _items.Enqueue(item);
                if (_sleeping > 0)
                {
                    Monitor.Pulse(_gate);
                }
            }
            return !_completed;
        }
    }

    /// <summary>Takes the next item, and waits for it; false when the queue is closed and empty.</summary>
    public bool TryTake([MaybeNullWhen(false)] out T item)
    {
        lock (_gate)
        {
            while (_items.Count == 0 && !_completed)
            {
                _sleeping++;
                Monitor.Wait(_gate);
                _sleeping--;
            }
            return _items.TryDequeue(out item);
        }
    }

    /// <summary>Closes the queue; what is in it is still taken.</summary>
    public void Complete()
    {
        lock (_gate)
        {
            _completed = true;
            Monitor.PulseAll(_gate);
        }
    }
}
