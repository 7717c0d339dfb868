using SupplyChain.Journal.Verification;
using SupplyChain.Orders;

namespace SupplyChain.Journal.ReadModels.Sqlite;

/// <summary>Nothing in the file of read tables is needed.</summary>
public sealed class ReadFileTests
{
    [Theory]
    [InlineData("this is no database, and it is long enough to look like one to nobody")]
    [InlineData("")]
    public async Task A_file_that_cannot_be_used_is_made_anew(string content)
    {
        await using var read = (SqliteReadSide)await SqliteReadSide.OpenAsync(Worlds.Busy().Journal);
        await read.CaughtUpAsync();
        var before = read.Dump();

        await read.RestartAsync(() => File.WriteAllTextAsync(read.Path, content));
        await read.CaughtUpAsync();

        read.Dump().Should().Equal(before);
    }

    [Fact]
    public async Task A_file_that_is_made_anew_is_not_listed_from_before_it_shows_what_the_journal_has()
    {
        var world = Worlds.Busy();
        await using var read = (SqliteReadSide)await SqliteReadSide.OpenAsync(world.Journal);
        await read.CaughtUpAsync();
        var all = await read.Models.OrdersAsync("demo", new(), new(1_000));
        using var gate = new ManualResetEventSlim();
        await read.RestartAsync(
            () => File.WriteAllTextAsync(read.Path, ""), Watched.Over(world.Journal, gate.Wait));
        for (var tries = 0; !read.Projection.IsFilling && tries < 500; tries++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }

        var listed = read.Models.OrdersAsync("demo", new(), new(1_000));
        await Task.Delay(TimeSpan.FromMilliseconds(300));
        listed.IsCompleted.Should().BeFalse();
        gate.Set();

        (await listed.Soon()).Items.Should().Equal(all.Items);
        read.Projection.IsFilling.Should().BeFalse();
    }
}
