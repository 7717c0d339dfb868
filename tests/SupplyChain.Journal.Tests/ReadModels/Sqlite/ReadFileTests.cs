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
}
