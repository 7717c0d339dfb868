using System.Globalization;
using static SupplyChain.Journal.Appending;

namespace SupplyChain.Journal.Sqlite;

/// <summary>What a power failure leaves of the log: some of its bytes.</summary>
public sealed class TornLogTests : IAsyncDisposable
{
    private const int Batches = 20;
    private const int BatchSize = 3;

    private readonly SqliteStore _whole = new();

    public async ValueTask DisposeAsync() => await _whole.DisposeAsync();

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(35)]
    [InlineData(50)]
    [InlineData(70)]
    [InlineData(90)]
    [InlineData(99)]
    public async Task A_log_cut_anywhere_leaves_a_prefix_of_whole_batches(int percent)
    {
        await WriteBatchesAsync();
        await using var torn = Copy();
        using (var log = new FileStream(torn.LogPath, FileMode.Open))
        {
            log.SetLength(log.Length * percent / 100);
        }

        (await ReadPrefixAsync(torn)).Should().BeLessThan(Batches);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(60)]
    [InlineData(95)]
    public async Task A_log_with_a_wrong_byte_leaves_a_prefix_of_whole_batches(int percent)
    {
        await WriteBatchesAsync();
        await using var torn = Copy();
        using (var log = new FileStream(torn.LogPath, FileMode.Open))
        {
            log.Position = log.Length * percent / 100;
            var wrong = (byte)(log.ReadByte() ^ 0xff);
            log.Position--;
            log.WriteByte(wrong);
        }

        (await ReadPrefixAsync(torn)).Should().BeInRange(1, Batches - 1);
    }

    [Fact]
    public async Task An_untouched_copy_holds_everything()
    {
        await WriteBatchesAsync();
        await using var copy = Copy();

        (await ReadPrefixAsync(copy)).Should().Be(Batches);
    }

    private async Task WriteBatchesAsync()
    {
        // A first life moves the schema out of the log, so that only events can be torn.
        await _whole.Open().DisposeAsync();
        var pen = await _whole.Open().PenAsync(new("demo", "order", "torn"));
        for (var batch = 0; batch < Batches; batch++)
        {
            var @event = Event(batch.ToString(CultureInfo.InvariantCulture));
            await pen.Append([.. Enumerable.Repeat(@event, BatchSize)]).Soon();
        }
    }

    private SqliteStore Copy()
    {
        var copy = new SqliteStore();
        File.Copy(_whole.JournalPath, copy.JournalPath);
        File.Copy(_whole.LogPath, copy.LogPath);
        return copy;
    }

    private static async Task<int> ReadPrefixAsync(SqliteStore store)
    {
        var journal = store.Open();
        var rows = await journal.WholeTailAsync();
        rows.ShouldBeChained();
        (rows.Count % BatchSize).Should().Be(0);
        await (await journal.PenAsync(new("demo", "order", "torn"))).Append(Event("goes on")).Soon();
        (await journal.WholeTailAsync()).ShouldBeChained();
        return rows.Count / BatchSize;
    }
}
