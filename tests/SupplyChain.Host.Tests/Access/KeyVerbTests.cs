using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace SupplyChain.Access;

/// <summary><c>supplychain keys</c> as an operator uses it.</summary>
public sealed class KeyVerbTests(KeyedNode node)
{
    [Fact]
    public async Task A_key_is_revoked_by_what_the_list_calls_it_by_its_id_or_by_its_text()
    {
        foreach (var called in (Func<JsonElement, string>[])
            [key => Text(key, "prefix"), key => Text(key, "id"), key => Text(key, "key")])
        {
            var made = await RunAsync("create", "--role", "viewer", "--name", "passing");
            var key = JsonDocument.Parse(made.Output).RootElement;

            var (code, output, error) = await RunAsync("revoke", called(key));

            code.Should().Be(0, error);
            JsonDocument.Parse(output).RootElement.GetProperty("revokedAt").ValueKind.Should().Be(JsonValueKind.String);
            using var answer = await node.SendAsync("GET", "/api/v1/keys", node.KeyOf("Admin"));
            (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
                .Should().Contain(Text(key, "id"));
        }
    }

    [Fact]
    public async Task Without_a_key_the_node_is_said_to_want_one_and_with_a_wrong_one_not_to_accept_it()
    {
        var without = await OwnProgram.RunAsync(["keys", "list", "--url", node.Url.ToString()]);
        var revoked = await OwnProgram.RunAsync(
            ["keys", "list", "--url", node.Url.ToString(), "--key", node.KeyOf("revoked")]);

        without.Error.Should().EndWith($"{node.Url} wants a key: --key sc_…\n");
        revoked.Error.Should().Contain("does not accept this key: it is unknown, expired or revoked.");
    }

    private static string Text(JsonElement key, string member) => key.GetProperty(member).GetString()!;

    private Task<(int Code, string Output, string Error)> RunAsync(string verb, params string[] args) =>
        OwnProgram.RunAsync(
            ["keys", verb, .. args, "--json", "--url", node.Url.ToString(), "--key", node.KeyOf("Admin")]);
}
