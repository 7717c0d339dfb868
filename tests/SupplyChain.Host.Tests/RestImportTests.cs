using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using FluentAssertions;
using Xunit;

namespace SupplyChain;

public sealed class RestImportTests(RestNode node)
{
    private const string Heading = "order;line;customer;country;sku;quantity;wanted by;warehouse;value;currency";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly RestWorld _world = new(node);

    [Fact]
    public async Task An_order_with_a_faulty_row_is_placed_with_all_its_lines_once_the_file_is_mended()
    {
        var sku = await _world.StockedAsync(await _world.WarehouseAsync(), 1_000);
        var (one, other) = (_world.Id("A"), _world.Id("B"));
        string File(string quantity) => $"""
            {Heading}
            {one};1;ACME;DE;{sku};10;;;;
            {one};2;ACME;DE;{sku};{quantity};;;;
            ;;;;;;;;;
            {other};1;ACME;DE;{sku};1;;;;
            {one};3;ACME;DE;{sku};20;;;;
            """;

        var faulty = await ImportAsync(File("5O"));
        (await node.SendAsync("GET", $"orders/{one}")).Should(404);
        var mended = await ImportAsync(File("50"));
        var again = await ImportAsync(File("50"));

        Counts(faulty).Should().Be((4, 1, 0, 3));
        Errors(faulty).Should().Equal((1, "", "held-back"), (2, "quantity", "unreadable"), (5, "", "held-back"));
        faulty["errors"][0].GetProperty("message").GetString().Should().Contain("row 2, column 'quantity'");
        Counts(mended).Should().Be((4, 3, 1, 0));
        Counts(again).Should().Be((4, 0, 4, 0));
        (await node.SendAsync("GET", $"orders/{one}"))["lines"].GetArrayLength().Should().Be(3);
    }

    [Fact]
    public async Task A_row_with_a_product_nobody_knows_is_named_and_the_others_are_held_back()
    {
        var sku = await _world.StockedAsync(await _world.WarehouseAsync(), 1_000);
        var (order, unknown) = (_world.Id("A"), _world.Id("NONE"));

        var report = await ImportAsync(
            $"{Heading}\n{order};1;ACME;DE;{sku};1;;;;\n{order};2;ACME;DE;{unknown};1;;;;\n");

        Counts(report).Should().Be((2, 0, 0, 2));
        Errors(report).Should().Equal((1, "", "held-back"), (2, "sku", "unknown-sku"));
    }

    [Fact]
    public async Task The_charset_of_the_request_says_how_the_file_is_encoded()
    {
        var file = $"{Heading}\nPO-1;1;ACME;Österreich;BOLT;5;;;;\n";

        var told = await ImportAsync(Encoding.Latin1.GetBytes(file), "text/csv; charset=\"windows-1252\"");
        var untold = await ImportAsync(Encoding.Latin1.GetBytes(file), "text/csv");

        told["errors"][0].GetProperty("message").GetString().Should().Contain("'Österreich'");
        untold["status"].GetString().Should().Be("failed");
        untold["errors"][0].GetProperty("message").GetString().Should().Contain("charset=windows-1252");
    }

    [Theory]
    [InlineData("text/csv; charset=klingon", "*'klingon' is not known*windows-1252*")]
    [InlineData("multipart/form-data; boundary=x", "*not a form*")]
    public async Task A_body_that_cannot_be_read_is_refused_before_anything_is_stored(string type, string detail)
    {
        var answer = await SendAsync("a;b"u8.ToArray(), type);

        answer.ShouldBeProblem(415, "unsupported-media-type")["detail"].GetString().Should().Match(detail);
    }

    [Fact]
    public async Task The_command_line_names_the_encoding_and_speaks_in_sentences()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(
            path, Encoding.Latin1.GetBytes($"{Heading}\nPO-1;1;ACME;Österreich;BOLT;5;;;;\n"));

        var told = await RunAsync("import", path, "--profile", "orders", "--charset", "windows-1252", "--dry-run");
        var klingon = await RunAsync("import", path, "--profile", "orders", "--charset", "klingon");
        var nobody = await RunAsync("import", path, "--profile", "nope");
        File.Delete(path);

        told.Exit.Should().Be(1);
        told.Text.Should().Contain("row 1, country: error unknown-country: 'Österreich'");
        klingon.Exit.Should().Be(2);
        klingon.Text.Should().Contain("--charset 'klingon' is not known");
        nobody.Exit.Should().Be(1);
        nobody.Text.Should().Contain(
            "Invalid values. There is no import profile 'nope'; known: branch, orders, scms.");
    }

    [Fact]
    public async Task Imports_are_listed_and_what_they_refused_can_be_fetched_and_mended()
    {
        var sku = await _world.StockedAsync(await _world.WarehouseAsync(), 1_000);
        var (one, other) = (_world.Id("A"), _world.Id("B"));
        var file = $"{Heading}\n{one};1;ACME;DE;{sku};5O;;;;\n\n{other};1;\"ACME; Ltd\";DE;{sku};1;;;;\n";

        var report = await ImportAsync(Encoding.UTF8.GetBytes(file), "text/csv", "&fileName=monday.csv");
        var id = report["id"].GetString();
        var refused = await node.Http.GetStringAsync($"imports/{id}/refused?format=csv");
        var listed = await _world.EventuallyAsync(
            "imports?profile=orders&dryRun=false&limit=1&sort=-startedAt",
            page => page["items"][0].GetProperty("status").GetString() == "completed");

        var lines = refused.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Should().HaveCount(3);
        lines[0].Should().Be($"{Heading};refused row;refused column;code;message");
        lines[1].Should().Be($"{one};1;ACME;DE;{sku};5O;;;;;1;quantity;unreadable;'5O' is no number.");
        lines[2].Should().StartWith(
            $"{other};1;\"ACME; Ltd\";DE;{sku};1;;;;;3;customer;malformed-id;\"'ACME; Ltd' holds");
        listed["items"][0].GetProperty("id").GetString().Should().Be(id);
        listed["items"][0].GetProperty("fileName").GetString().Should().Be("monday.csv");
        listed["items"][0].GetProperty("refused").GetInt32().Should().Be(2);
        var mended = await ImportAsync(refused.Replace("5O;", "50;").Replace("\"ACME; Ltd\"", "ACME"));
        Counts(mended).Should().Be((2, 2, 0, 0));
        (await node.SendAsync("GET", $"imports/{mended["id"].GetString()}/refused"))
            .ShouldBeProblem(404, "not-found")["detail"].GetString().Should().Contain("not kept any more");
        (await node.SendAsync("GET", $"imports/{id}/refused?format=pdf")).Should(422);
    }

    [Fact]
    public async Task A_profile_is_saved_imported_with_and_deleted()
    {
        var sku = await _world.StockedAsync(await _world.WarehouseAsync(), 1_000);
        var (name, order) = (_world.Id("profile").ToLowerInvariant(), _world.Id("A"));
        string Profile(string called) => $$"""
            {
                "name": "{{called}}",
                "fields": {
                    "order": {"columns": ["o"]}, "line": {"columns": ["l"]}, "customer": {"columns": ["c"]},
                    "country": {"columns": ["k"]}, "sku": {"columns": ["s"]}, "quantity": {"columns": ["q"]}
                }
            }
            """;

        var faulty = await node.SendAsync(
            "PUT", $"import-profiles/{name}", $$"""{"name": "{{name}}", "delimiter": "--"}""");
        var other = await node.SendAsync("PUT", $"import-profiles/{name}", Profile("another"));
        var saved = await node.SendAsync("PUT", $"import-profiles/{name}", Profile(name));
        var again = await node.SendAsync("PUT", $"import-profiles/{name}", Profile(name));
        using var body = new StringContent($"o,l,c,k,s,q\n{order},1,ACME,DE,{sku},2\n");
        using var begun = await node.Http.PostAsync($"imports?profile={name}", body);
        var report = await EndedAsync(await RestAnswer.ReadAsync(begun));
        var deleted = await node.SendAsync("DELETE", $"import-profiles/{name}");

        faulty.ShouldBeProblem(422, "invalid").Body.GetRawText().Should().Contain("'delimiter' is not one character");
        other.ShouldBeProblem(422, "invalid").Body.GetRawText().Should().Contain("calls itself 'another'");
        saved["replayed"].GetBoolean().Should().BeFalse();
        again["replayed"].GetBoolean().Should().BeTrue();
        Counts(report).Should().Be((1, 1, 0, 0));
        deleted["replayed"].GetBoolean().Should().BeFalse();
        (await node.SendAsync("GET", $"import-profiles/{name}")).Should(404);
        (await node.SendAsync("GET", "import-profiles"))["items"].EnumerateArray()
            .Select(profile => profile.GetProperty("name").GetString()).Should().Contain(["orders", "scms"])
            .And.NotContain(name);
    }

    private static (int Rows, int Imported, int Unchanged, int Refused) Counts(RestAnswer report) => (
        report["rows"].GetInt32(), report["imported"].GetInt32(), report["unchanged"].GetInt32(),
        report["refused"].GetInt32());

    private static IEnumerable<(int Row, string? Column, string? Code)> Errors(RestAnswer report) =>
        report["errors"].EnumerateArray()
            .Where(error => error.GetProperty("severity").GetString() == "error")
            .Select(error => (
                error.GetProperty("row").GetInt32(), error.GetProperty("column").GetString(),
                error.GetProperty("code").GetString()));

    private Task<RestAnswer> ImportAsync(string file) => ImportAsync(Encoding.UTF8.GetBytes(file), "text/csv");

    private async Task<RestAnswer> ImportAsync(byte[] file, string type, string also = "") =>
        await EndedAsync(await SendAsync(file, type, also));

    private Task<RestAnswer> EndedAsync(RestAnswer begun) => _world.EventuallyAsync(
        $"imports/{begun.Should(202)["id"].GetString()}",
        report => report["status"].GetString() is "completed" or "failed");

    private async Task<RestAnswer> SendAsync(byte[] file, string type, string also = "")
    {
        using var body = new ByteArrayContent(file);
        body.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var response = await node.Http.PostAsync($"imports?profile=orders{also}", body);
        return await RestAnswer.ReadAsync(response);
    }

    private async Task<(int Exit, string Text)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        var program = Path.Combine(AppContext.BaseDirectory, "supplychain.dll");
        var url = node.Http.BaseAddress!.GetLeftPart(UriPartial.Authority);
        foreach (var argument in (string[])["exec", program, .. arguments, "--url", url])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        using var deadline = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
        var errors = process.StandardError.ReadToEndAsync(deadline.Token);
        await process.WaitForExitAsync(deadline.Token);
        return (process.ExitCode, await output + await errors);
    }
}
