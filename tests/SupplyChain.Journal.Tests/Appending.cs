using System.Text;
using System.Text.Json;

namespace SupplyChain.Journal;

/// <summary>Events and streams the tests need.</summary>
internal static class Appending
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static StreamId NewStream(string kind = "order") => new("demo", kind, Guid.NewGuid().ToString("N"));

    public static NewEvent Event(string text = "hello", string? cause = null, DateTimeOffset? occurredAt = null) => new(
        "test.noted", 1, JsonSerializer.SerializeToUtf8Bytes(new { text }),
        occurredAt ?? Now, cause, 0);

    public static Task Append(this Pen writer, params NewEvent[] events) =>
        writer.AppendAsync(events, Context());

    public static Task AppendBefore(this Pen writer, DateTimeOffset deadline, params NewEvent[] events) =>
        writer.AppendAsync(events, Context() with { Deadline = deadline });

    public static string Text(this JournaledEvent row) =>
        JsonDocument.Parse(Encoding.UTF8.GetString(row.Data)).RootElement.GetProperty("text").GetString()!;

    public static async Task<Pen> PenAsync(this IJournal journal, StreamId stream) =>
        (await journal.OpenAsync(stream, stateSchema: 1).Soon()).Pen;

    public static async Task<List<JournaledEvent>> WholeTailAsync(this IJournal journal, Position after = default)
    {
        var all = new List<JournaledEvent>();
        while (await journal.ReadTailAsync(all.Count > 0 ? all[^1].Position : after, 100).Soon() is { Count: > 0 } page)
        {
            all.AddRange(page);
        }
        return all;
    }

    public static void ShouldBeChained(this IEnumerable<JournaledEvent> rows)
    {
        foreach (var stream in rows.GroupBy(row => row.Stream))
        {
            var (version, hash) = (0L, Array.Empty<byte>());
            foreach (var row in stream)
            {
                row.Version.Should().Be(++version, "versions of {0} have no gap", row.Stream);
                HashChain.Verifies(hash, row)
                    .Should().BeTrue("version {0} of {1} follows its predecessor", version, row.Stream);
                hash = row.Hash;
            }
        }
    }

    private static AppendContext Context() => new("tester", "test", Now, DateTimeOffset.MaxValue);
}
