#:package SupplyChain.Client@0.2.0
#:package Microsoft.Data.Sqlite@10.0.15
#:property PublishAot=false
using Microsoft.Data.Sqlite;
using SupplyChain;

// Keeps the status of every order in mirror.db. Kill it at any instant and start it again: what it has seen, and up to
// where, is written in one transaction, so it goes on exactly there.
//   --once   it ends when there is nothing more now
var once = args.Contains("--once");
var gateway = args.FirstOrDefault(argument => !argument.StartsWith('-')) ?? "127.0.0.1:30000";
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stop.Cancel();
};

await using var database = new SqliteConnection("Data Source=mirror.db");
await database.OpenAsync();
Run("CREATE TABLE IF NOT EXISTS orders (number TEXT PRIMARY KEY, status TEXT NOT NULL, version INTEGER NOT NULL)");
Run("CREATE TABLE IF NOT EXISTS place (one INTEGER PRIMARY KEY CHECK (one = 1), position TEXT NOT NULL)");

try
{
    // Started while the cluster is away, it waits for it.
    await using var chain = await UntilAnsweredAsync(() => SupplyChainClient.ConnectAsync(new()
    {
        Gateways = [gateway], Key = Environment.GetEnvironmentVariable("SUPPLYCHAIN_KEY"), Actor = "mirror",
    }, stop.Token));
    for (var position = Ask("SELECT position FROM place"); ;)
    {
        var page = await UntilAnsweredAsync(() => chain.Events.ReadPageAsync(
            new(position, 500, ["supplychain.order.*"]), stop.Token))
            ?? throw new InvalidOperationException("The position is of another cluster: delete mirror.db.");
        // An event says that an order changed; the order itself says what it is now. So it does not matter when an
        // event is seen twice, and which members it has.
        var changed = page.Events.Select(@event => @event.Subject["order/".Length..]).Distinct().ToArray();
        var orders = await Task.WhenAll(changed.Select(
            number => UntilAnsweredAsync(() => chain.Orders.GetAsync(number, stop.Token))));
        using (var transaction = database.BeginTransaction())
        {
            foreach (var order in orders)
            {
                Run("""
                    INSERT INTO orders VALUES ($1, $2, $3) ON CONFLICT (number) DO UPDATE
                    SET status = excluded.status, version = excluded.version WHERE excluded.version > version
                    """, order!.Number.Value, order.Status.ToString(), order.Version);
            }
            Run("INSERT INTO place VALUES (1, $1) ON CONFLICT (one) DO UPDATE SET position = excluded.position",
                page.Next);
            transaction.Commit();
        }
        position = page.Next;
        if (changed.Length > 0)
            Console.WriteLine($"{changed.Length} orders changed, {Ask("SELECT count(*) FROM orders")} in the mirror");
        if (page.AtEnd && once)
            return;
        if (page.AtEnd)
            await Task.Delay(500, stop.Token);
    }
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    // Ctrl-C.
}

async Task<T> UntilAnsweredAsync<T>(Func<Task<T>> ask)
{
    while (true)
    {
        try
        {
            return await ask();
        }
        catch (Exception passing) when (passing is UnavailableException or BusyException)
        {
            Console.Error.WriteLine(passing.Message);
            await Task.Delay(1_000, stop.Token);
        }
    }
}

void Run(string sql, params object[] values)
{
    using var command = Command(sql, values);
    command.ExecuteNonQuery();
}

string? Ask(string sql)
{
    using var command = Command(sql, []);
    return command.ExecuteScalar()?.ToString();
}

SqliteCommand Command(string sql, object[] values)
{
    var command = database.CreateCommand();
    command.CommandText = sql;
    for (var index = 0; index < values.Length; index++)
        command.Parameters.AddWithValue($"${index + 1}", values[index]);
    return command;
}
