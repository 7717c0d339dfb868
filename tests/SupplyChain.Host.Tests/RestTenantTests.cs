using FluentAssertions;
using Xunit;

namespace SupplyChain;

public sealed class RestTenantTests(RestNode node)
{
    private readonly RestWorld _world = new(node);

    [Fact]
    public async Task A_tenant_is_made_renamed_and_listed_beside_the_home_tenant()
    {
        var id = NewId();
        var made = (await PutAsync(id, """{"name":"ACME","quotas":{"ordersPerDay":10}}""")).Should(201);
        made["quotas"].GetProperty("ordersPerDay").GetInt64().Should().Be(10);
        made["quotas"].GetProperty("bytes").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        (await PutAsync(id, """{"quotas":{"ordersPerDay":10},"name":"ACME"}""")).Should(200)["replayed"]
            .GetBoolean().Should().BeTrue();
        (await PutAsync(id, """{"name":"ACME Ltd"}""")).Should(200);

        var seen = (await node.SendAsync("GET", $"tenants/{id}")).Should(200);
        seen["name"].GetString().Should().Be("ACME Ltd");
        seen["quotas"].GetProperty("ordersPerDay").ValueKind.Should().Be(
            System.Text.Json.JsonValueKind.Null, "what is put replaces all of it");
        var listed = (await node.SendAsync("GET", "tenants")).Should(200).Items
            .Select(item => item.GetProperty("id").GetString());
        listed.Should().Contain([id, "demo"]).And.BeInAscendingOrder(StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_home_tenant_is_there_without_having_been_made()
    {
        var home = (await node.SendAsync("GET", "tenants/demo")).Should(200);

        home["id"].GetString().Should().Be("demo");
        (await node.SendAsync("GET", $"tenants/{NewId()}")).Should(404);
    }

    [Theory]
    [InlineData("""{}""", 422, "/name", "required")]
    [InlineData("""{"name":"X","quotas":{"bytes":-1}}""", 422, "/quotas/bytes", "out-of-range")]
    [InlineData("""{"name":"X","quotas":{"bytes":"much"}}""", 400, "/quotas/bytes", "wrong-type")]
    [InlineData("""{"name":"X","quota":{}}""", 400, "/quota", "unknown-member")]
    public async Task What_makes_no_sense_is_refused_by_its_field(string body, int status, string where, string code)
    {
        var id = NewId();

        (await PutAsync(id, body)).Should(status).Errors.Should().Contain((where, code));

        (await node.SendAsync("GET", $"tenants/{id}")).Should(404);
    }

    [Fact]
    public async Task An_id_that_could_not_be_a_folder_is_refused() =>
        (await PutAsync("ACME_1", """{"name":"ACME"}""")).Should(422).Errors.Should().Equal(("", "malformed-id"));

    [Fact]
    public async Task A_change_can_be_made_on_the_version_that_was_seen()
    {
        var id = NewId();
        (await PutAsync(id, """{"name":"A"}""")).Should(201);
        (await PutAsync(id, """{"name":"B"}""")).Should(200);

        (await node.SendAsync("PUT", $"tenants/{id}", """{"name":"C"}""", ifMatch: "\"1\"")).ShouldBeProblem(
            412, "version-mismatch");
    }

    private string NewId() => _world.Id("T").ToLowerInvariant();

    private Task<RestAnswer> PutAsync(string id, string body) => node.SendAsync("PUT", $"tenants/{id}", body);
}
