using System.IO.Compression;

namespace SupplyChain.Imports;

public sealed class ImportEndpointTests(Website site) : IClassFixture<Website>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_is_stored_as_it_is_and_its_import_started(bool gzip)
    {
        StartImport? started = null;
        site.Actors.On<IImportGrain, ImportReply>("Start", (key, command) =>
        {
            started = (StartImport)command!;
            var report = Report(GrainKey.Split(key).Id);
            return Task.FromResult(new ImportReply { Status = ReplyStatus.Created, Value = report });
        });
        var bytes = gzip ? Gzip("a,b\r1,2\r"u8) : "a,b\r1,2\r"u8.ToArray();
        using var response = await site.Http.PostAsync(
            "/api/v1/imports?profile=scms&dryRun=true", new ByteArrayContent(bytes));
        var answer = await Answered.ReadAsync(response);
        answer.Status.Should().Be(202, answer.Body.ToString());
        answer.Headers.Location!.ToString().Should().Be($"/api/v1/imports/{answer.Body.GetProperty("id").GetString()}");
        answer.Body.GetProperty("status").GetString().Should().Be("queued");
        started!.DryRun.Should().BeTrue();
        started.File.Should().EndWith(gzip ? ".csv.gz" : ".csv");
        (await File.ReadAllBytesAsync(Path.Combine(site.ImportFolder, started.File))).Should().Equal(bytes);
    }

    [Fact]
    public async Task An_unknown_profile_is_a_fault_of_the_query_and_leaves_no_file()
    {
        site.Actors.On<IImportGrain, ImportReply>("Start", (_, command) => Task.FromResult(new ImportReply
        {
            Status = ReplyStatus.Invalid,
            Faults = [new Fault("/profile", FaultCodes.Invalid, $"No profile '{((StartImport)command!).Profile}'.")],
        }));
        var before = Files();
        using var response = await site.Http.PostAsync("/api/v1/imports?profile=x", new StringContent("a"));
        var answer = await Answered.ReadAsync(response);
        answer.ShouldBeProblem(422, "invalid");
        answer.Errors.Should().Equal(("parameter profile", FaultCodes.Invalid));
        Files().Should().Equal(before);
    }

    [Theory]
    [InlineData("", 422)]
    [InlineData("?profile=../x", 400)]
    [InlineData("?profile=x&dryRun=maybe", 400)]
    [InlineData("?profile=x", 400)]
    public async Task A_faulty_import_starts_nothing(string query, int status)
    {
        using var response = await site.Http.PostAsync($"/api/v1/imports{query}", null);
        (await Answered.ReadAsync(response)).Status.Should().Be(status);
    }

    private string[] Files() => Directory.Exists(site.ImportFolder) ? Directory.GetFiles(site.ImportFolder) : [];

    private static ImportReport Report(ImportId id) =>
        new(id, "scms", true, ImportStatus.Queued, 0, 0, 0, 0, 0, 0, []);

    private static byte[] Gzip(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return packed.ToArray();
    }
}
