using System.Runtime.InteropServices;
using Npgsql;

namespace SupplyChain.Tables.Postgres;

/// <summary>
/// Collects what a batch changes, so that one statement changes many rows: in rounds, because a row that is changed
/// again has to wait for the change before. What is changed in the same round are different rows.
/// </summary>
internal sealed class PendingRows
{
    // Each copy is a round trip of its own.
    private const int MinCopiedRows = 10;

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

    /// <summary>Writes the rows that are new, where they are many; the other changes come after them.</summary>
    public async Task CopyAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        foreach (var (writer, rows) in _rounds.Take(1).SelectMany(Copied))
        {
            await writer.CopyAsync(connection, rows, cancellationToken);
        }
    }

    /// <summary>The statements that make the changes: all, or those that are left after <see cref="CopyAsync"/>.
    /// </summary>
    public IEnumerable<NpgsqlBatchCommand> Commands(bool copied) =>
        from round in _rounds.Index()
        from change in copied && round.Index == 0 ? round.Item.Except(Copied(round.Item)) : round.Item
        select change.Key.Command(change.Value);

    private static IEnumerable<KeyValuePair<PostgresRowWriter, List<object?[]>>> Copied(
        Dictionary<PostgresRowWriter, List<object?[]>> round) =>
        round.Where(change => change.Key.IsNew && change.Value.Count >= MinCopiedRows);
}
