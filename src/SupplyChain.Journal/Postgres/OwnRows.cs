using System.Diagnostics.CodeAnalysis;

namespace SupplyChain.Journal.Postgres;

/// <summary>
/// The rows that this process has committed last, by the transaction that wrote them: followers of the tail need to
/// read only that they are there.
/// </summary>
internal sealed class OwnRows
{
    private const int MaxRows = 10_000;

    // The server compares each row with all of them.
    private const int MaxTransactions = 200;

    private readonly Lock _lock = new();
    private readonly Dictionary<(long Epoch, ulong Transaction), JournaledEvent[]> _rows = [];
    private readonly Queue<(long Epoch, ulong Transaction)> _oldest = new();
    private int _count;

    /// <summary>Takes what was committed: all rows of a transaction, in the order of their numbers.</summary>
    public void Add(JournaledEvent[] rows)
    {
        var key = (rows[0].Position.Epoch, rows[0].Position.Transaction);
        lock (_lock)
        {
            if (!_rows.TryAdd(key, rows))
            {
                return;
            }
            _oldest.Enqueue(key);
            _count += rows.Length;
            while (_count > MaxRows)
            {
                _rows.Remove(_oldest.Dequeue(), out var gone);
                _count -= gone!.Length;
            }
        }
    }

    /// <summary>The first transactions from a position on, at most so many that they have a number of rows.</summary>
    public ulong[] Transactions(Position from, int rows)
    {
        var found = new List<ulong>();
        lock (_lock)
        {
            foreach (var key in _oldest)
            {
                if (key.CompareTo((from.Epoch, from.Transaction)) >= 0)
                {
                    found.Add(key.Transaction);
                    rows -= _rows[key].Length;
                }
                if (rows <= 0 || found.Count == MaxTransactions)
                {
                    break;
                }
            }
        }
        return [.. found];
    }

    /// <summary>
    /// The row at a position, if it is the one whose hash the journal has there: a server that lost commits may have
    /// given their transactions' numbers away again.
    /// </summary>
    public bool TryGet(Position position, ReadOnlySpan<byte> hash, [NotNullWhen(true)] out JournaledEvent? row)
    {
        lock (_lock)
        {
            row = _rows.TryGetValue((position.Epoch, position.Transaction), out var rows)
                && position.Number > 0 && position.Number <= rows.Length ? rows[position.Number - 1] : null;
        }
        return row is not null && hash.SequenceEqual(row.Hash);
    }
}
