using System.Globalization;
using Npgsql;

namespace SupplyChain;

/// <summary>
/// Compares the journal's table in Postgres, read only and without a line of the product, with what the outside world
/// knows: nothing acknowledged is lost, nothing happened twice, nothing is sold that is not there, and every unit held
/// is held by the order line that says so.
/// </summary>
public sealed class JournalAudit : IAsyncDisposable
{
    // What the database may have spent on a call after its deadline, and what two readings of one clock differ by.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(2);

    private readonly NpgsqlDataSource _source;
    private DateTime _begun;

    private JournalAudit(string postgres) =>
        _source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(postgres)
            {
                Options = "-c default_transaction_read_only=on", Pooling = false,
            });

    /// <summary>Begins: from now on events are recorded.</summary>
    public static async Task<JournalAudit> BeginAsync(string postgres)
    {
        var audit = new JournalAudit(postgres);
        audit._begun = await audit.NowAsync();
        return audit;
    }

    /// <summary>The same of a copy.</summary>
    public JournalAudit Of(string copy) => new(copy) { _begun = _begun };

    /// <summary>The time of the database, in UTC.</summary>
    public async Task<DateTime> NowAsync()
    {
        await using var command = _source.CreateCommand("SELECT clock_timestamp()");
        return (DateTime)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Looks at the journal of a quiet system.</summary>
    /// <param name="notebook">What was acknowledged.</param>
    /// <param name="holds">The units every order says it holds.</param>
    public async Task<AuditFindings> FindAsync(Notebook notebook, IEnumerable<HeldUnits> holds)
    {
        var findings = new AuditFindings();
        var items = new Dictionary<string, AuditedStockItem>();
        var operations = new AuditedOperations(findings);
        var now = await NowAsync();
        await foreach (var stream in StreamsAsync())
        {
            findings.Events += stream.Count;
            FindGaps(stream, findings);
            FindOddTimes(stream, now, findings);
            operations.Take(stream);
            if (stream[0].Kind == "stock")
                items.Add(stream[0].Id, AuditedStockItem.Of(stream, findings));
        }
        await CompareReadTableAsync(items, findings);
        CompareHolds(items, holds, findings);
        operations.Compare(notebook, items);
        return findings;
    }

    /// <summary>Finds orders whose first event came when nobody waited for an answer any more.</summary>
    /// <param name="givenUp">Orders and when each was given up, in the database's time.</param>
    /// <param name="until">When they were sent again.</param>
    /// <param name="findings">Where they are noted.</param>
    public async Task FindStaleAsync(
        IReadOnlyDictionary<string, DateTime> givenUp, DateTime until, AuditFindings findings)
    {
        await foreach (var row in RowsAsync("WHERE kind = 'order' AND version = 1"))
        {
            if (givenUp.TryGetValue(row.Id, out var at) && row.RecordedAt > at + Slack && row.RecordedAt < until)
            {
                findings.StaleOne(string.Create(CultureInfo.InvariantCulture,
                    $"{row} came {(row.RecordedAt - at).TotalSeconds:0.0} s after it was given up"));
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _source.DisposeAsync();

    /// <summary>The journal, stream by stream: there may be more of it than fits into memory.</summary>
    private async IAsyncEnumerable<List<JournalRow>> StreamsAsync()
    {
        var stream = new List<JournalRow>();
        await foreach (var row in RowsAsync("ORDER BY tenant, kind, id, version"))
        {
            if (stream is [var first, ..] && (first.Kind, first.Id) != (row.Kind, row.Id))
            {
                yield return stream;
                stream = [];
            }
            stream.Add(row);
        }
        if (stream.Count > 0)
            yield return stream;
    }

    private async IAsyncEnumerable<JournalRow> RowsAsync(string which)
    {
        await using var command = _source.CreateCommand(
            $"SELECT kind, id, version, type, recorded_at, data FROM journal {which}");
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            yield return new(
                reader.GetString(0), reader.GetString(1), reader.GetInt64(2), reader.GetString(3),
                reader.GetDateTime(4), reader.GetFieldValue<byte[]>(5));
        }
    }

    private static void FindGaps(List<JournalRow> stream, AuditFindings findings)
    {
        var expected = 0L;
        foreach (var row in stream)
        {
            if (row.Version != ++expected)
                findings.Add($"gap: {row} is where version {expected} should be");
            expected = row.Version;
        }
    }

    /// <summary>Whatever the clocks of silos say, events carry the database's time.</summary>
    private void FindOddTimes(List<JournalRow> stream, DateTime now, AuditFindings findings)
    {
        foreach (var row in stream.Where(row => row.RecordedAt < _begun - Slack || row.RecordedAt > now + Slack))
            findings.Add($"clock: {row} was recorded at {row.RecordedAt:O}, between {_begun:O} and {now:O}");
    }

    private async Task CompareReadTableAsync(Dictionary<string, AuditedStockItem> items, AuditFindings findings)
    {
        var listed = new HashSet<string>();
        await using var command = _source.CreateCommand(
            "SELECT sku || '@' || warehouse, on_hand, reserved FROM supplychain_tables_2.stock");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var (id, onHand, reserved) = (reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2));
            listed.Add(id);
            if (!items.TryGetValue(id, out var item) || item.OnHand != onHand || item.Reserved != reserved)
            {
                findings.Add($"list: {id} shows {reserved} of {onHand}, the journal says "
                    + $"{item?.Reserved} of {item?.OnHand}");
            }
        }
        foreach (var unlisted in items.Keys.Except(listed))
            findings.Add($"list: {unlisted} is not listed");
    }

    private static void CompareHolds(
        Dictionary<string, AuditedStockItem> items, IEnumerable<HeldUnits> holds, AuditFindings findings)
    {
        var said = holds
            .GroupBy(hold => $"{hold.Order}/{hold.Line} at {hold.Sku}@{hold.Warehouse}")
            .ToDictionary(hold => hold.Key, hold => hold.Sum(one => one.Units));
        var held = items
            .SelectMany(item => item.Value.HeldByLine, (item, hold) => ($"{hold.Key} at {item.Key}", hold.Value))
            .ToDictionary();
        foreach (var place in said.Keys.Union(held.Keys))
        {
            var (orderSays, itemHolds) = (said.GetValueOrDefault(place), held.GetValueOrDefault(place));
            if (orderSays != itemHolds)
                findings.Add($"held: {place} the order says {orderSays}, the stock item holds {itemHolds}");
        }
    }
}
