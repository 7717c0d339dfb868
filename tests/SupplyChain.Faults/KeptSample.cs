using Microsoft.Data.Sqlite;

namespace SupplyChain;

/// <summary>
/// A sample that runs on and on and keeps what it learns in a SQLite file; it is killed and started again.
/// </summary>
internal sealed class KeptSample(string name, string file, params string[] arguments) : IAsyncDisposable
{
    private readonly CopiedSample _sample = new(name);
    private readonly List<string> _said = [];
    private RunningSample? _running;

    /// <summary>What is in its environment beside what is in ours.</summary>
    public Dictionary<string, string> Settings => _sample.Settings;

    /// <summary>How often it was killed.</summary>
    public int Kills { get; private set; }

    /// <summary>Starts it.</summary>
    public void Start() => _running = _sample.Begin(arguments);

    /// <summary>Kills it as <c>kill -9</c> does, and starts it again after a while.</summary>
    public async Task KillAsync(TimeSpan away)
    {
        await EndAsync();
        Kills++;
        await Task.Delay(away);
        Start();
    }

    /// <summary>Kills it for good.</summary>
    /// <exception cref="InvalidOperationException">It had ended by itself; the message has what it said.</exception>
    public async Task EndAsync()
    {
        if (_running is not { } running)
            return;
        _running = null;
        var alive = running.IsAlive;
        await running.DisposeAsync();
        _said.Add(running.Said);
        if (!alive)
            throw new InvalidOperationException($"{name} ended by itself: {running.Said}");
    }

    /// <summary>Runs it once more, with another option, to its end.</summary>
    /// <returns>Its exit code, and everything it said.</returns>
    public Task<(int Code, string Said)> RunAsync(string option) => _sample.RunAsync([.. arguments, option]);

    /// <summary>How many lines it said begin so; known once it was ended.</summary>
    public int Lines(string start) =>
        _said.Sum(said => said.Split('\n').Count(line => line.StartsWith(start, StringComparison.Ordinal)));

    /// <summary>The rows of a query of text columns; none while there is no table yet.</summary>
    public async Task<List<string[]>> RowsAsync(string query)
    {
        var rows = new List<string[]>();
        if (!File.Exists(_sample.PathOf(file)))
            return rows;
        await using var database = new SqliteConnection(
            $"Data Source={_sample.PathOf(file)};Mode=ReadOnly;Pooling=False");
        await database.OpenAsync();
        await using var ask = database.CreateCommand();
        ask.CommandText = query;
        await using var reader = await ask.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        return rows;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_running is { } running)
            await running.DisposeAsync();
        _sample.Dispose();
    }
}
