using System.Text.Json;

namespace SupplyChain;

/// <summary>Rules that every operation of the OpenAPI document follows.</summary>
public sealed class OpenApiRuleTests(Website site) : IClassFixture<Website>
{
    private static readonly string[] Limiting = ["enum", "pattern", "format", "maxLength"];

    /// <summary>Writes that no version can be named for, and why.</summary>
    private static readonly Dictionary<string, string> WithoutVersion = new()
    {
        ["quoteOrder"] = "it writes nothing",
        ["startImport"] = "it makes what it answers",
        ["createKey"] = "it makes what it answers",
        ["revokeKey"] = "a key has one change in its life",
        ["putImportProfile"] = "profiles have no version",
        ["deleteImportProfile"] = "profiles have no version",
        ["testWebhook"] = "it changes nothing",
        ["replayWebhook"] = "it changes no setting",
        ["eraseCustomer"] = "an erasure is never wrong about what it erases",
        ["verify"] = "it is about no entity",
        ["rebuild"] = "it is about no entity",
        ["upgrade"] = "it is about no entity",
        ["drainSilo"] = "it is about no entity",
    };

    [Fact]
    public async Task Every_member_of_a_body_and_every_parameter_has_its_limits()
    {
        var document = (await site.SendAsync("GET", "/openapi/v1.json")).Body;
        var (check, without) = (new SchemaCheck(document), new List<string>());
        foreach (var (name, operation) in OpenApiExampleTests.Operations(document))
        {
            foreach (var parameter in Parameters(operation))
                Limited(check, parameter.GetProperty("schema"), $"{name} {parameter.GetProperty("name")}", without);
            if (operation.TryGetProperty("requestBody", out var body)
                && body.GetProperty("content").TryGetProperty("application/json", out var json))
            {
                Limited(check, json.GetProperty("schema"), name, without);
            }
        }
        without.Distinct().Should().BeEmpty();
    }

    [Fact]
    public async Task Every_amendment_respects_a_version_and_every_entity_shows_its_own()
    {
        var document = (await site.SendAsync("GET", "/openapi/v1.json")).Body;
        foreach (var (method, name, operation) in Methods(document).Where(one => one.Method != "get"))
        {
            var headers = Headers(operation).ToArray();
            headers.Contains("If-Match").Should().Be(!WithoutVersion.ContainsKey(name), name);
            headers.Should().Contain("Idempotency-Key", name);
            operation.GetProperty("responses").TryGetProperty("412", out _)
                .Should().Be(headers.Contains("If-Match"), $"{name} by {method}");
        }
        Methods(document).Select(one => one.Name).Should().Contain(WithoutVersion.Keys);

        foreach (var name in new[] { "getOrder", "placeOrder", "amendOrder", "recordReceipt", "putWebhook", "getView" })
        {
            Methods(document).Single(one => one.Name == name).Operation.GetProperty("responses").GetProperty("200")
                .GetProperty("headers").TryGetProperty("ETag", out _).Should().BeTrue(name);
        }
    }

    [Fact]
    public async Task Who_is_to_come_again_is_told_when()
    {
        var document = (await site.SendAsync("GET", "/openapi/v1.json")).Body;
        foreach (var (name, operation) in OpenApiExampleTests.Operations(document))
        {
            foreach (var status in new[] { "429", "503" })
            {
                operation.GetProperty("responses").GetProperty(status).GetProperty("headers")
                    .TryGetProperty("Retry-After", out _).Should().BeTrue(name);
            }
            operation.GetProperty("description").GetString().Should().StartWith("Roles: ").And.Contain("Admin", name);
        }
    }

    [Fact]
    public async Task In_Development_a_caller_shows_nothing()
    {
        var document = (await site.SendAsync("GET", "/openapi/v1.json")).Body;
        document.TryGetProperty("security", out var security).Should().BeFalse(security.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(256)]
    public async Task A_malformed_idempotency_key_is_named_and_nothing_is_done(object key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/products/S-1");
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key as string ?? new string('k', (int)key));
        using var response = await site.Http.SendAsync(request);
        var answer = await Answered.ReadAsync(response);
        answer.Status.Should().Be(400);
        answer.Body.GetProperty("errors")[0].GetProperty("parameter").GetString().Should().Be("Idempotency-Key");
    }

    private static IEnumerable<(string Method, string Name, JsonElement Operation)> Methods(JsonElement document) =>
        document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject())
            .Select(one => (one.Name, one.Value.GetProperty("operationId").GetString()!, one.Value));

    private static JsonElement[] Parameters(JsonElement operation) =>
        operation.TryGetProperty("parameters", out var parameters) ? [.. parameters.EnumerateArray()] : [];

    private static IEnumerable<string?> Headers(JsonElement operation) => Parameters(operation)
        .Where(parameter => parameter.GetProperty("in").GetString() == "header")
        .Select(parameter => parameter.GetProperty("name").GetString());

    /// <summary>Notes texts, numbers and lists without limits, in what a schema holds.</summary>
    private static void Limited(SchemaCheck check, JsonElement schema, string at, List<string> without)
    {
        schema = check.Resolve(schema);
        foreach (var several in new[] { "oneOf", "anyOf" })
        {
            if (schema.TryGetProperty(several, out var ways))
            {
                foreach (var way in ways.EnumerateArray())
                    Limited(check, way, at, without);
            }
        }
        var type = schema.TryGetProperty("type", out var said) ? said.ToString() : "";
        if (type.Contains("string") && !Limiting.Any(limit => schema.TryGetProperty(limit, out _)))
            without.Add($"{at}: a text");
        if ((type.Contains("integer") || type.Contains("number"))
            && !(schema.TryGetProperty("minimum", out _) && schema.TryGetProperty("maximum", out _)))
        {
            without.Add($"{at}: a number");
        }
        if (type.Contains("array"))
        {
            if (!schema.TryGetProperty("maxItems", out _))
                without.Add($"{at}: a list");
            Limited(check, schema.GetProperty("items"), $"{at}[]", without);
        }
        if (!schema.TryGetProperty("properties", out var members))
            return;
        foreach (var member in members.EnumerateObject())
            Limited(check, member.Value, $"{at}/{member.Name}", without);
    }
}
