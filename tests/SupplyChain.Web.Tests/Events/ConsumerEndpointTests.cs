namespace SupplyChain.Events;

/// <summary>Readers of events whose positions are kept, over scripted actors.</summary>
public sealed class ConsumerEndpointTests(Website site) : IClassFixture<Website>
{
    private static readonly Consumer Mirror = new("mirror", "p7", 12, 431, DateTimeOffset.UnixEpoch, 3);

    [Fact]
    public async Task A_position_is_kept_under_the_name_of_the_path()
    {
        PutConsumer? asked = null;
        site.Actors.On<IConsumersGrain, ConsumerReply>("Put", (key, command) =>
        {
            key.Should().Be("demo/consumers");
            asked = (PutConsumer)command!;
            return Task.FromResult(new ConsumerReply { Status = ReplyStatus.Created, Value = Mirror });
        });

        var answer = await site.SendAsync("PUT", "/api/v1/consumers/mirror", """{"position":"p7"}""");

        answer.Status.Should().Be(201);
        asked.Should().Be(new PutConsumer("mirror", "p7"));
        answer.Headers.ETag!.Tag.Should().Be("\"3\"");
        answer.Body.GetRawText().Should().Be(
            """
            {"name":"mirror","position":"p7","lagEvents":12,"lagMs":431,"updatedAt":"1970-01-01T00:00:00+00:00",
            "version":3,"replayed":false}
            """.ReplaceLineEndings(""));
    }

    [Theory]
    [InlineData("mirror", "{}", 422, "/position")]
    [InlineData("mirror", """{"position":""}""", 422, "/position")]
    [InlineData("mirror", """{"position":7}""", 400, "/position")]
    [InlineData("mir%20ror", """{"position":"p"}""", 400, "parameter name")]
    public async Task What_is_faulty_is_named(string name, string body, int status, string where)
    {
        var answer = await site.SendAsync("PUT", $"/api/v1/consumers/{name}", body);

        answer.Status.Should().Be(status);
        answer.Errors.Single().Where.Should().Be(where);
    }

    [Fact]
    public async Task Who_is_not_known_is_not_found()
    {
        site.Actors.On<IConsumersGrain, Consumer?>("Find", (_, _) => Task.FromResult<Consumer?>(null));
        site.Actors.On<IConsumersGrain, ConsumerReply>("Delete", (_, _) => Task.FromResult(
            new ConsumerReply { Status = ReplyStatus.NotFound }));

        (await site.SendAsync("GET", "/api/v1/consumers/nobody")).ShouldBeProblem(404, "not-found");
        (await site.SendAsync("DELETE", "/api/v1/consumers/nobody")).ShouldBeProblem(404, "not-found");
    }
}
