using System.Runtime.InteropServices;
using Npgsql;

namespace SupplyChain.Tables.Postgres;

/// <summary>
/// Collects what a batch changes, so that one statement changes many rows: in rounds, because a row that is changed
/// again has to wait for the change before. What is changed in the same round are different rows.
/// </summary>
internal sealed class PendingRows
{
    private readonly Dictionary<string, int> _changes = [];
    private readonly List<Dictionary<PostgresRowWriter, List<object?[]>>> _rounds = [];

    /// <summary>Nothing is to be changed.</summary>
    public void Clear()
    {
        _changes.Clear();
        _rounds.Clear();
    }

    /// <summary>A row of a table, named by its key, is to be changed.</summary>
    public void Add(PostgresRowWriter writer, string row, object?[] values)
    {
        var round = CollectionsMarshal.GetValueRefOrAddDefault(_changes, row, out _)++;
        if (round == _rounds.Count)
        {
            _rounds.Add([]);
        }
        ref var rows = ref CollectionsMarshal.GetValueRefOrAddDefault(_rounds[round], writer, out _);
        (rows ??= []).Add(values);
    }

    /// <summary>The statements that make the changes.</summary>
    public IEnumerable<NpgsqlBatchCommand> Commands() =>
        from round in _rounds
        from change in round
        select change.Key.Command(change.Value);
}
