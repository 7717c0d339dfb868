using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace SupplyChain.Journal.Postgres;

/// <summary>
/// Makes one table of a journal in partitions, while nodes of this and the former release write to it: copies the rows
/// in the order of the tail, then puts the copy in the journal's place in one transaction. It may end at any moment
/// before that, and goes on from there when it is run again. The script <c>0019_journal_one_table.sql</c> says what the
/// table is.
/// </summary>
/// <param name="database">The database, with this version's schema.</param>
/// <param name="tell">Is told how far it is in percent, null while unknown, and what it is at.</param>
public sealed class JournalRepack(PostgresDatabase database, Action<double?, string> tell)
{
    // Any number that no other lock has, those of the former release among them.
    private const long Lock = 0x5375_7070_6c79_5270;

    // A statement that copies holds back the followers of the journal.
    private const int MaxBatchRows = 10_000;

    // All nodes wait meanwhile. A time for each lock would count anew for each partition.
    private static readonly TimeSpan ExchangeTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan OthersEndTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan OthersEndInterval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan MinExchangeBackoff = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxExchangeBackoff = TimeSpan.FromSeconds(30);

    // Never by sorting all that is left: the index of the tail has the order. What is to be avoided is taken for so
    // expensive that the server would compile the statement.
    private const string Settings =
        "SET statement_timeout = 0; SET lock_timeout = 0; SET enable_sort = off; SET jit = off";

    private const string Form = """
        SELECT relkind::text, pg_has_role(relowner, 'USAGE'), relowner::regrole::text
        FROM pg_class WHERE oid = 'journal'::regclass
        """;

    // They would stay with the former table, and show nothing new.
    private const string Dependents = """
        SELECT pg_describe_object(classid, objid, objsubid) FROM pg_depend
        WHERE refclassid = 'pg_class'::regclass AND refobjid = 'journal'::regclass
            AND (deptype = 'n' OR classid IN ('pg_publication_rel'::regclass, 'pg_policy'::regclass))
            AND NOT EXISTS (SELECT FROM pg_constraint own
                WHERE classid = 'pg_constraint'::regclass AND own.oid = objid AND own.conrelid = refobjid)
        """;

    private const string Begin = "SELECT journal_repack_begin() WHERE to_regclass('journal_repacked') IS NULL";

    private const string Indexes = "SELECT index_name::text, statement FROM journal_repack_indexes('CONCURRENTLY')";

    private const string Count = "SELECT count(*) FROM journal_repacked";

    private const string Newest =
        "SELECT epoch, xid, n FROM journal_repacked ORDER BY epoch DESC, xid DESC, n DESC LIMIT 1";

    private const string Compare = """
        SELECT
            (SELECT count(*) FROM journal WHERE (epoch, xid, n) > ($1, $2, $3) AND (epoch, xid, n) <= ($4, $5, $6)),
            (SELECT count(*) FROM journal_repacked
                WHERE (epoch, xid, n) > ($1, $2, $3) AND (epoch, xid, n) <= ($4, $5, $6))
        """;

    private NpgsqlConnection _connection = null!;
    private Position _copiedTo;
    private Position _comparedTo;
    private long _copied;
    private long _compared;
    private long? _about;

    /// <summary>How many rows one statement copies.</summary>
    internal int BatchRows { get; init; } = MaxBatchRows;

    /// <summary>Makes one table of it.</summary>
    /// <returns>How many rows the journal has.</returns>
    /// <exception cref="RepackRefusedException">It is one, or cannot be made one; nothing was changed.</exception>
    /// <exception cref="JournalUnavailableException">The database failed; run it again.</exception>
    public async Task<long> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using (_connection = await database.Writer.OpenConnectionAsync(cancellationToken))
            {
                await BeginAsync(cancellationToken);
                await CopyAsync(cancellationToken);
                await BuildIndexesAsync(cancellationToken);
                await CopyAsync(cancellationToken);
                await CompareAsync(cancellationToken);
                return await ExchangeAsync(cancellationToken);
            }
        }
        catch (PostgresException wrong) when (wrong.SqlState is PostgresErrorCodes.DataException
            or PostgresErrorCodes.UniqueViolation)
        {
            throw Differs(wrong.MessageText, wrong);
        }
        catch (Exception failure) when (Unavailable.IsProviders(failure))
        {
            throw new JournalUnavailableException(
                $"The database failed: {failure.Message} What was copied stays; run it again.", failure);
        }
    }

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        await ExecuteAsync(Settings, cancellationToken);
        var begun = Stopwatch.GetTimestamp();
        while (await ScalarAsync($"SELECT pg_try_advisory_lock({Lock})", cancellationToken) is not true)
        {
            // The server notices a moment later that one was killed.
            if (Stopwatch.GetElapsedTime(begun) > OthersEndTimeout)
            {
                throw new RepackRefusedException("The journal is being repacked already, by another process.");
            }
            await Task.Delay(OthersEndInterval, cancellationToken);
        }
        await DemandAsync(cancellationToken);
        await ExecuteAsync(Begin, cancellationToken);
        _about = await Tail.AboutAsync(_connection, cancellationToken);
        _copied = (long)(await ScalarAsync(Count, cancellationToken))!;
        await using var newest = Command(Newest);
        var positions = await newest.AllAsync(row => JournalRows.ReadPosition(row, 0), cancellationToken);
        _copiedTo = positions.FirstOrDefault();
    }

    private async Task DemandAsync(CancellationToken cancellationToken)
    {
        await using var ask = Command(Form);
        var (kind, owns, owner) = (await ask.AllAsync(
            row => (row.GetString(0), row.GetBoolean(1), row.GetString(2)), cancellationToken))[0];
        if (kind != "p")
        {
            throw new RepackRefusedException($"The journal of {database.Name} is one table: there is nothing to do.");
        }
        if (!owns)
        {
            throw new RepackRefusedException(
                $"The journal belongs to {owner}; name that user in {PostgresOptions.Setting}.");
        }
        await using var depends = Command(Dependents);
        if (await depends.AllAsync(row => row.GetString(0), cancellationToken) is { Count: > 0 } dependents)
        {
            throw new RepackRefusedException(
                $"What depends on the table journal would stay with the former one: {string.Join(", ", dependents)}. "
                + "Drop it, and make it again afterwards.");
        }
    }

    /// <summary>
    /// Copies the rows that followers of the journal may read: nothing can appear before them any more.
    /// </summary>
    private async Task CopyAsync(CancellationToken cancellationToken)
    {
        for (var rows = BatchRows; rows == BatchRows;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await using var copy = Command(Copy()).With(_copiedTo);
            var last = await copy.AllAsync(
                row => (Position: JournalRows.ReadPosition(row, 0), Rows: row.GetInt64(3)), cancellationToken);
            rows = 0;
            if (last is [var batch])
            {
                (_copiedTo, rows) = (batch.Position, (int)batch.Rows);
                _copied += rows;
            }
            Tell(string.Create(CultureInfo.InvariantCulture, $"{_copied:#,##0} rows"));
        }
    }

    private string Copy() => string.Create(CultureInfo.InvariantCulture, $"""
        WITH copied AS (
            INSERT INTO journal_repacked SELECT * FROM journal j
            WHERE (j.epoch, j.xid, j.n) > ($1, $2, $3) AND {Tail.Readable}
            ORDER BY j.epoch, j.xid, j.n LIMIT {BatchRows}
            RETURNING epoch, xid, n)
        SELECT epoch, xid, n, count(*) OVER () FROM copied ORDER BY epoch DESC, xid DESC, n DESC LIMIT 1
        """);

    /// <summary>Concurrently: a plain build would hold back the followers of the journal as long as it takes.</summary>
    private async Task BuildIndexesAsync(CancellationToken cancellationToken)
    {
        await using var missing = Command(Indexes);
        var indexes = await missing.AllAsync(
            row => (Name: row.GetString(0), Statement: row.GetString(1)), cancellationToken);
        foreach (var index in indexes)
        {
            Tell($"building {index.Name}");
            // A run that was killed leaves one that is not valid.
            await ExecuteAsync($"DROP INDEX IF EXISTS \"{index.Name}\"", cancellationToken);
            await ExecuteAsync(index.Statement, cancellationToken);
        }
        await ExecuteAsync("ANALYZE journal_repacked", cancellationToken);
    }

    /// <summary>Counts the rows of both tables from where they were last compared to where the copy has got.</summary>
    private async Task CompareAsync(CancellationToken cancellationToken)
    {
        Tell("comparing");
        await using var compare = Command(Compare).With(_comparedTo).With(_copiedTo);
        var (rows, copied) = (await compare.AllAsync(
            row => (row.GetInt64(0), row.GetInt64(1)), cancellationToken))[0];
        if (rows != copied)
        {
            throw Differs(string.Create(CultureInfo.InvariantCulture,
                $"from {_comparedTo} to {_copiedTo} the journal has {rows} rows and the copy {copied}"));
        }
        (_compared, _comparedTo) = (_compared + rows, _copiedTo);
    }

    /// <summary>Puts the copy in the journal's place once no other session holds the journal for long.</summary>
    private async Task<long> ExchangeAsync(CancellationToken cancellationToken)
    {
        for (var waits = new Backoff(MinExchangeBackoff, MaxExchangeBackoff, TimeProvider.System); ;)
        {
            await CopyAsync(cancellationToken);
            await CompareAsync(cancellationToken);
            if (await TryExchangeAsync() is { } rest)
            {
                return _compared + rest;
            }
            Tell("waiting until no other session holds the journal, such as a dump or a vacuum");
            await waits.WaitAsync(cancellationToken);
        }
    }

    /// <summary>One statement: a client that stands still meanwhile keeps no lock.</summary>
    /// <returns>How many rows it copied; null when it took too long.</returns>
    private async Task<long?> TryExchangeAsync()
    {
        await SetTimeoutAsync(ExchangeTimeout);
        try
        {
            await using var finish = Command("SELECT journal_repack_finish($1, $2, $3)").With(_comparedTo);
            return (long)(await finish.ExecuteScalarAsync(CancellationToken.None))!;
        }
        catch (PostgresException late)
            when (late.SqlState is PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.DeadlockDetected)
        {
            await SetTimeoutAsync(TimeSpan.Zero);
            return null;
        }
    }

    private Task SetTimeoutAsync(TimeSpan timeout) => ExecuteAsync(
        string.Create(CultureInfo.InvariantCulture, $"SET statement_timeout = {(long)timeout.TotalMilliseconds}"),
        CancellationToken.None);

    private static RepackRefusedException Differs(string how, Exception? inner = null) => new(
        $"The copy is not the journal: {how}. The journal is as it was. DROP TABLE journal_repacked, then begin again.",
        inner);

    private void Tell(string what) =>
        tell(_about is { } about ? Math.Min(99, 100.0 * _copied / about) : null, what);

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken) =>
        await ScalarAsync(sql, cancellationToken);

    private async Task<object?> ScalarAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(sql);
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    private NpgsqlCommand Command(string sql) => new(sql, _connection) { CommandTimeout = 0 };
}
