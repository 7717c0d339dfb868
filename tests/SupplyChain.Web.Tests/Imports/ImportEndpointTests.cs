namespace SupplyChain.Imports;

public sealed class ImportEndpointTests(Website site) : IClassFixture<Website>
{
    [Theory]
    [InlineData(7)]
    [InlineData(Limits.ImportPartBytes)]
    [InlineData(2 * Limits.ImportPartBytes + 7)]
    public async Task A_file_is_stored_as_it_is_in_parts_and_its_import_started(int length)
    {
        var stored = new List<StoreImportPart>();
        site.Actors.On<IImportGrain, Items<Fault>>("Store", (_, command) =>
        {
            stored.Add((StoreImportPart)command!);
            return Task.FromResult<Items<Fault>>([]);
        });
        StartImport? started = null;
        site.Actors.On<IImportGrain, ImportReply>("Start", (key, command) =>
        {
            started = (StartImport)command!;
            var report = Report(GrainKey.Split(key).Id);
            return Task.FromResult(new ImportReply { Status = ReplyStatus.Created, Value = report });
        });
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        using var response = await site.Http.PostAsync(
            "/api/v1/imports?profile=scms&dryRun=true", new ByteArrayContent(bytes));
        var answer = await Answered.ReadAsync(response);
        answer.Status.Should().Be(202, answer.Body.ToString());
        answer.Headers.Location!.ToString().Should().Be($"/api/v1/imports/{answer.Body.GetProperty("id").GetString()}");
        answer.Body.GetProperty("status").GetString().Should().Be("queued");
        started.Should().Be(new StartImport("scms", DryRun: true));
        stored.Select(part => part.Number).Should().Equal(Enumerable.Range(0, stored.Count));
        stored.SelectMany(part => part.Bytes).Should().Equal(bytes);
    }

    [Fact]
    public async Task An_unknown_profile_is_a_fault_of_the_query()
    {
        var reply = new ImportReply
        {
            Status = ReplyStatus.Invalid,
            Faults = [new Fault("/profile", FaultCodes.Invalid, "No profile 'x'.")],
        };
        Answer([], reply);
        (await ImportAsync()).ShouldBeProblem(422, "invalid");
    }

    [Fact]
    public async Task A_file_that_is_too_large_or_empty_is_told_as_such()
    {
        Answer([StoreImportPart.TooLarge], new());
        (await ImportAsync()).ShouldBeProblem(413, "too-large");
        var empty = new ImportReply
        {
            Status = ReplyStatus.Invalid,
            Faults = [new Fault("/file", FaultCodes.Required, "There is nothing to import.")],
        };
        Answer([], empty);
        (await ImportAsync()).Status.Should().Be(400);
    }

    [Theory]
    [InlineData("text/csv; charset=windows-1252", "windows-1252")]
    [InlineData("text/csv; charset=\"ISO-8859-15\"", "ISO-8859-15")]
    [InlineData("application/gzip; charset=utf-16", "utf-16")]
    [InlineData("text/csv", null)]
    [InlineData("text/csv; charset=", null)]
    [InlineData("nonsense", null)]
    public async Task The_charset_of_the_content_type_goes_with_the_import(string type, string? charset)
    {
        StartImport? started = null;
        Answer([], new());
        site.Actors.On<IImportGrain, ImportReply>("Start", (key, command) =>
        {
            started = (StartImport)command!;
            var report = Report(GrainKey.Split(key).Id);
            return Task.FromResult(new ImportReply { Status = ReplyStatus.Created, Value = report });
        });

        (await ImportAsync(type)).Status.Should().Be(202);

        started!.Charset.Should().Be(charset);
    }

    [Theory]
    [InlineData("text/csv; charset=klingon", "klingon")]
    [InlineData("text/csv; charset=utf-7", "utf-7")]
    [InlineData("multipart/form-data; boundary=x", "form")]
    public async Task A_content_type_that_cannot_be_read_is_refused_and_named(string type, string named)
    {
        Answer([new Fault("/stored", FaultCodes.Invalid, "Nothing is to be stored.")], new());

        var answer = await ImportAsync(type);

        answer.ShouldBeProblem(415, "unsupported-media-type");
        answer.Body.GetProperty("detail").GetString().Should().Contain(named);
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

    private void Answer(Items<Fault> stored, ImportReply started)
    {
        site.Actors.On<IImportGrain, Items<Fault>>("Store", (_, _) => Task.FromResult(stored));
        site.Actors.On<IImportGrain, ImportReply>("Start", (_, _) => Task.FromResult(started));
    }

    private async Task<Answered> ImportAsync(string type = "text/csv")
    {
        using var body = new StringContent("a");
        body.Headers.Remove("Content-Type");
        body.Headers.TryAddWithoutValidation("Content-Type", type).Should().BeTrue();
        using var response = await site.Http.PostAsync("/api/v1/imports?profile=x", body);
        return await Answered.ReadAsync(response);
    }

    private static ImportReport Report(ImportId id) =>
        new(id, "scms", true, ImportStatus.Queued, 0, 0, 0, 0, 0, 0, []);
}
