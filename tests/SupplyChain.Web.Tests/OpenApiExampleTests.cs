using System.Text.Json;
using Microsoft.OpenApi;

namespace SupplyChain;

/// <summary>Everything that the OpenAPI document describes has an example, and the example is as described.</summary>
public sealed class OpenApiExampleTests(Website site) : IClassFixture<Website>
{
    [Fact]
    public async Task The_document_is_valid_OpenAPI_3_1()
    {
        using var answer = await site.Http.GetAsync("/openapi/v1.json");
        await using var bytes = new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
        var read = await OpenApiDocument.LoadAsync(bytes, "json");
        read.Diagnostic!.Errors.Select(error => error.Message).Should().BeEmpty();
        read.Diagnostic.Warnings.Select(warning => warning.Message).Should().BeEmpty();
        read.Diagnostic.SpecificationVersion.Should().Be(OpenApiSpecVersion.OpenApi3_1);
    }

    [Fact]
    public async Task Every_body_has_an_example_that_its_schema_and_its_reader_take()
    {
        var document = (await site.SendAsync("GET", "/openapi/v1.json")).Body;
        var (check, faults, seen) = (new SchemaCheck(document), new List<string>(), 0);
        foreach (var (name, operation) in Operations(document))
        {
            if (!operation.TryGetProperty("requestBody", out var body))
                continue;
            var medium = body.GetProperty("content").EnumerateObject().First();
            if (!medium.Value.TryGetProperty("example", out var example))
                faults.Add($"{name} has no example of its body");
            else if (medium.Name == "application/json")
                faults.AddRange(check.Faults(medium.Value.GetProperty("schema"), example, name));
            seen++;
        }
        faults.Should().BeEmpty();
        seen.Should().BeGreaterThan(20);

        foreach (var endpoint in site.Endpoints)
        {
            var id = endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.IEndpointNameMetadata>()?.EndpointName;
            var type = endpoint.Metadata.GetOrderedMetadata<Documented>().Select(one => one.Body).FirstOrDefault(
                one => one is not null);
            if (id is null || type is null)
                continue;
            Examples.Of[id].Where(one => one.Body is not null).Should().NotBeEmpty(id);
            foreach (var one in Examples.Of[id].Where(one => one.Body is not null))
            {
                using var parsed = JsonDocument.Parse(one.Body!.ToJsonString());
                var read = new BodyFaults();
                BodyReader.Read(parsed.RootElement, "", read, BodyDocumentTests.Readers[type]);
                read.All.Should().BeEmpty(id);
            }
        }
    }

    [Fact]
    public async Task Every_answer_has_an_example_that_is_as_its_schema_says()
    {
        var document = (await site.SendAsync("GET", "/openapi/v1.json")).Body;
        var (check, faults, seen) = (new SchemaCheck(document), new List<string>(), 0);
        foreach (var (name, operation) in Operations(document))
        {
            foreach (var response in operation.GetProperty("responses").EnumerateObject())
            {
                if (!response.Value.TryGetProperty("content", out var content))
                    continue;
                foreach (var medium in content.EnumerateObject().Where(one => IsText(one.Name)))
                {
                    var where = $"{name} {response.Name}";
                    var shown = ExamplesOf(check, medium.Value).ToArray();
                    if (shown.Length == 0)
                        faults.Add($"{where} has no example");
                    if (medium.Name.EndsWith("json", StringComparison.Ordinal))
                    {
                        var schema = medium.Value.GetProperty("schema");
                        faults.AddRange(shown.SelectMany(one => check.Faults(schema, one, where)));
                    }
                    seen += shown.Length;
                }
            }
        }
        faults.Should().BeEmpty();
        seen.Should().BeGreaterThan(500);
    }

    private static bool IsText(string medium) => !medium.Contains("spreadsheet") && !medium.EndsWith("zip");

    [Fact]
    public async Task A_problem_is_described_with_its_code()
    {
        var document = (await site.SendAsync("GET", "/openapi/v1.json")).Body;
        var check = new SchemaCheck(document);
        foreach (var (name, operation) in Operations(document))
        {
            foreach (var response in operation.GetProperty("responses").EnumerateObject())
            {
                if (response.Name[0] is not ('4' or '5'))
                    continue;
                var problems = response.Value.GetProperty("content").GetProperty(Problem.MediaType)
                    .GetProperty("examples").EnumerateObject().ToArray();
                foreach (var problem in problems)
                {
                    var value = check.Resolve(problem.Value).GetProperty("value");
                    value.GetProperty("code").GetString().Should().Be(problem.Name);
                    value.GetProperty("status").GetRawText().Should().Be(response.Name);
                    response.Value.GetProperty("description").GetString().Should().Contain(problem.Name, name);
                }
                problems.Should().NotBeEmpty($"{name} {response.Name}");
            }
        }
    }

    internal static IEnumerable<(string Name, JsonElement Operation)> Operations(JsonElement document) =>
        document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject())
            .Select(one => (one.Value.GetProperty("operationId").GetString()!, one.Value));

    private static IEnumerable<JsonElement> ExamplesOf(SchemaCheck check, JsonElement medium)
    {
        if (medium.TryGetProperty("example", out var example))
            yield return example;
        if (!medium.TryGetProperty("examples", out var several))
            yield break;
        foreach (var one in several.EnumerateObject())
            yield return check.Resolve(one.Value).GetProperty("value");
    }
}
