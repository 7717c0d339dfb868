using System.Text.Json;
using FluentAssertions;

namespace SupplyChain.Access;

/// <summary>
/// A node with two warehouses, and keys that are limited to one of them. Everything of the other one has its word in
/// its id or name, and so is known wherever it appears.
/// </summary>
public sealed class ScopedWorld : KeyedNode
{
    /// <summary>The warehouse of the limited keys, and how everything of it begins.</summary>
    public const string Own = "ELBE";

    /// <summary>The other one.</summary>
    public const string Other = "ISAR";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, string> _limited = [];

    /// <summary>The key of a role, limited to the warehouse <see cref="Own"/>.</summary>
    public string LimitedKeyOf(Role role) => _limited[role.ToString()];

    /// <inheritdoc/>
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var role in new[] { Role.Viewer, Role.Planner })
        {
            var made = await AdminAsync("POST", "/keys", $$"""
                {"name":"limited {{role}}","role":"{{role}}","warehouses":["{{Own}}"]}
                """);
            _limited[role.ToString()] = made.GetProperty("key").GetString()!;
            made.GetProperty("warehouses")[0].GetString().Should().Be(Own);
        }
        foreach (var site in new[] { Own, Other, "THIRD" })
        {
            await AdminAsync("PUT", $"/warehouses/{site}", $$"""
                {"name":"{{(site == Own ? Own : Other)}} yard","country":"DE","latitude":53.5,"longitude":9.9}
                """);
        }
        foreach (var site in new[] { Own, Other })
            await FillAsync(site);
        foreach (var order in new[] { "BOTH-1", "BOTH-2" })
            await PlaceAsync(order, "ACME", ($"{Own}-PUMP", 2, Own), ($"{Other}-PUMP", 2, Other));
        await AdminAsync("PUT", $"/transfers/{Own}-T-OUT", Transfer(Own, Other, $"{Own}-PUMP"));
        await AdminAsync("PUT", $"/transfers/{Other}-T-FAR", Transfer(Other, "THIRD", $"{Other}-PUMP"));
        await AdminAsync("PUT", "/transfers/T-IN", Transfer(Other, Own, $"{Other}-PUMP"));
        foreach (var site in new[] { Own, Other })
            await PlaceAsync($"{site}-2", $"{site}-GMBH", ($"{site}-PUMP", 139, site));
        await UntilAsync("/exceptions", listed => listed.Contains($"{Other}-2", StringComparison.Ordinal)
            && listed.Contains($"{Own}-2", StringComparison.Ordinal));
        await UntilAsync("/transfers", listed => listed.Contains("T-IN", StringComparison.Ordinal));
        await UntilAsync("/orders", listed => listed.Contains("BOTH-2", StringComparison.Ordinal));
    }

    /// <summary>Sends a request of REST as an admin, who may do it.</summary>
    public async Task<JsonElement> AdminAsync(string method, string path, string? body = null)
    {
        using var answer = await SendAsync(method, $"/api/v1{path}", KeyOf(nameof(Role.Admin)), body);
        var said = await answer.Content.ReadAsStringAsync();
        ((int)answer.StatusCode).Should().BeLessThan(300, $"{method} {path}: {said}");
        using var document = JsonDocument.Parse(said);
        return document.RootElement.Clone();
    }

    /// <summary>The status and the text of an answer.</summary>
    public async Task<(int Status, string Text)> AskAsync(
        string method, string path, string key, string? body = null, string accept = "application/json")
    {
        using var answer = await SendAsync(method, path, key, body, accept);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>A receipt, an adjustment, an order that has left with a shipment, and one that holds units.</summary>
    private async Task FillAsync(string site)
    {
        await AdminAsync("PUT", $"/products/{site}-PUMP", $$"""{"description":"Pump of {{site}}"}""");
        await AdminAsync("PUT", $"/receipts/{site}-RC", $$"""
            {"warehouse":"{{site}}","lines":[{"sku":"{{site}}-PUMP","quantity":100}]}
            """);
        await AdminAsync("PUT", $"/adjustments/{site}-ADJ", $$"""
            {"warehouse":"{{site}}","sku":"{{site}}-PUMP","delta":-1,"reason":"counted in {{site}}"}
            """);
        await PlaceAsync($"{site}-1", $"{site}-GMBH", ($"{site}-PUMP", 5, site));
        await AdminAsync("POST", $"/orders/{site}-1/release");
        await AdminAsync("PUT", $"/shipments/{site}-1~1/milestones/{site}-M1", """{"kind":"dispatched"}""");
        await PlaceAsync($"{site}-3", $"{site}-GMBH", ($"{site}-PUMP", 1, site));
    }

    private async Task PlaceAsync(
        string number, string customer, params (string Sku, int Quantity, string Site)[] lines)
    {
        var written = lines.Select((line, at) => $$"""
            {"line":{{at + 1}},"sku":"{{line.Sku}}","quantity":{{line.Quantity}},"warehouse":"{{line.Site}}"}
            """);
        await AdminAsync("PUT", $"/orders/{number}", $$"""
            {
                "customer":"{{customer}}","shipTo":{"country":"FR"},"requestedBy":"2024-02-29",
                "lines":[{{string.Join(',', written)}}]
            }
            """);
    }

    private static string Transfer(string from, string to, string sku) => $$"""
        {"from":"{{from}}","to":"{{to}}","lines":[{"sku":"{{sku}}","quantity":3}]}
        """;

    private async Task UntilAsync(string path, Func<string, bool> isSo)
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (!isSo((await AskAsync("GET", $"/api/v1{path}", KeyOf(nameof(Role.Admin)))).Text))
            await Task.Delay(100, deadline.Token);
    }
}
