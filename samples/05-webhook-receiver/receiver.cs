#:sdk Microsoft.NET.Sdk.Web
#:package StandardWebhooks@1.1.2
#:package Microsoft.Data.Sqlite@10.0.15
#:property PublishAot=false
using Microsoft.Data.Sqlite;
using StandardWebhooks;
using StandardWebhooks.Diagnostics;

// Takes events that a webhook posts and keeps each one once, in inbox.db.
var secret = Environment.GetEnvironmentVariable("WEBHOOK_SECRET")
    ?? throw new InvalidOperationException("WEBHOOK_SECRET is what the answer to PUT /webhooks/{id} showed: whsec_…");
var webhook = new StandardWebhook(secret);

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.WebHost.UseUrls(args.FirstOrDefault(argument => argument.StartsWith("http")) ?? "http://127.0.0.1:5005");
var app = builder.Build();

await using var inbox = new SqliteConnection("Data Source=inbox.db");
await inbox.OpenAsync();
await RunAsync("CREATE TABLE IF NOT EXISTS inbox (id TEXT PRIMARY KEY, at TEXT NOT NULL, event TEXT NOT NULL)");
var oneWrites = new SemaphoreSlim(1);

app.MapPost("/supplychain", async (HttpRequest request) =>
{
    // The signature is over the bytes as they came: read them before anything takes them apart.
    var body = await new StreamReader(request.Body).ReadToEndAsync();
    try
    {
        webhook.Verify(body, request.Headers);
    }
    catch (WebhookVerificationException wrong)
    {
        app.Logger.LogWarning("Refused: {Reason}", wrong.Message);
        return Results.Unauthorized();
    }

    // An event may come again, with the same id. It is stored before it is answered, and worked on later.
    await oneWrites.WaitAsync();
    try
    {
        var isNew = await RunAsync(
            "INSERT INTO inbox VALUES ($1, datetime('now'), $2) ON CONFLICT (id) DO NOTHING",
            request.Headers["webhook-id"].ToString(), body) > 0;
        Console.WriteLine($"{(isNew ? "taken" : "seen before")}: {body}");
    }
    finally
    {
        oneWrites.Release();
    }
    return Results.NoContent();
});
await app.RunAsync();

async Task<int> RunAsync(string sql, params string[] values)
{
    await using var command = inbox.CreateCommand();
    command.CommandText = sql;
    for (var index = 0; index < values.Length; index++)
        command.Parameters.AddWithValue($"${index + 1}", values[index]);
    return await command.ExecuteNonQueryAsync();
}
