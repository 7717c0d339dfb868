using SupplyChain.Journal.Sqlite;

namespace SupplyChain.Journal.Uploads;

public sealed class FolderUploadsTests : UploadsContract, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("supplychain-uploads-");
    private readonly DataDirectory _data;

    public FolderUploadsTests()
    {
        _data = DataDirectory.Open(_folder.FullName);
        Uploads = new FolderUploads(_data, TimeProvider.System);
    }

    protected override IUploads Uploads { get; }

    [Fact]
    public async Task A_folder_that_cannot_be_used_is_told_as_unavailable()
    {
        File.WriteAllText(_data.File("imports"), "in the way");

        await FluentActions.Awaiting(() => Uploads.StoreAsync("demo", "imp-1", 0, new byte[] { 1 }))
            .Should().ThrowAsync<JournalUnavailableException>();
    }

    public void Dispose()
    {
        _data.Dispose();
        _folder.Delete(recursive: true);
    }

    protected override Task AgeAsync(string file, TimeSpan by)
    {
        var path = Path.Combine(_data.File("imports"), "demo", file);
        File.SetLastWriteTimeUtc(path, File.GetLastWriteTimeUtc(path) - by);
        return Task.CompletedTask;
    }
}
