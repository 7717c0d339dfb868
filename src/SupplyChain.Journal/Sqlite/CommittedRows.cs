namespace SupplyChain.Journal.Sqlite;

/// <summary>
/// The rows that this process, the only one that writes the file, has committed last, for followers of the tail:
/// reading them back would cost as much as writing them.
/// </summary>
internal sealed class CommittedRows
{
    private const int MaxRows = 10_000;

    private readonly Lock _lock = new();
    private readonly JournaledEvent[] _rows = new JournaledEvent[MaxRows];
    private Position? _from;
    private int _first;
    private int _count;

    /// <summary>Takes what was committed.</summary>
    public void Add(IReadOnlyList<JournaledEvent> rows)
    {
        lock (_lock)
        {
            if (_from is null || rows[0].Position.Number != Last.Number + 1)
            {
                Clear();
                _from = rows[^1].Position; // What came before it is not known for certain.
                return;
            }
            foreach (var row in rows)
            {
                if (_count == MaxRows)
                {
                    _from = _rows[_first].Position;
                    _first = (_first + 1) % MaxRows;
                    _count--;
                }
                _rows[(_first + _count++) % MaxRows] = row;
            }
        }
    }

    /// <summary>Forgets all: it is not known whether the last commit landed.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            Clear();
        }
    }

    /// <summary>Rows after a position, at most <paramref name="limit"/>; null when some of them may not be
    /// here.</summary>
    public IReadOnlyList<JournaledEvent>? After(Position position, int limit)
    {
        lock (_lock)
        {
            if (_from is not { } from || position < from)
            {
                return null;
            }
            var (low, high) = (0, _count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = _rows[(_first + middle) % MaxRows].Position > position
                    ? (low, middle)
                    : (middle + 1, high);
            }
            var found = new JournaledEvent[Math.Min(limit, _count - low)];
            for (var i = 0; i < found.Length; i++)
            {
                found[i] = _rows[(_first + low + i) % MaxRows];
            }
            return found;
        }
    }

    private Position Last => _count > 0 ? _rows[(_first + _count - 1) % MaxRows].Position : _from!.Value;

    private void Clear()
    {
        (_from, _first, _count) = (null, 0, 0);
        Array.Clear(_rows);
    }
}
