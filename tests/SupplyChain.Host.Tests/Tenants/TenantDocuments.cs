using System.Text;
using System.Text.Json;
using FluentAssertions;

namespace SupplyChain.Tenants;

/// <summary>Something of everything that a tenant can have, under ids that both tenants use.</summary>
/// <param name="Ids">What stands for each parameter of a path: by the part before it and its name.</param>
public sealed record TenantDocuments(IReadOnlyDictionary<string, string> Ids)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Writes them with a word in every text. Ids do not have it: addresses and keys of actors are in the log.
    /// </summary>
    /// <param name="node">Where.</param>
    /// <param name="key">The key of the tenant's administrator.</param>
    /// <param name="word">The word.</param>
    /// <param name="ownSku">A product that this tenant alone has; the ids of its customers begin so.</param>
    /// <param name="receiver">Where its webhook delivers to.</param>
    public static async Task<TenantDocuments> WriteAsync(
        TwoTenants node, string key, string word, string ownSku, string receiver)
    {
        var writing = new Writing(node, key);
        await writing.PutAsync("webhooks/hook", $$"""{"url":"{{receiver}}{{word}}","types":["supplychain.*"]}""");
        foreach (var (id, place) in new[] { ("HAM", "Hamburg"), ("BER", "Berlin") })
        {
            await writing.PutAsync(
                $"warehouses/{id}", $$"""{"name":"{{word}} {{place}}","country":"DE","latitude":53,"longitude":10}""");
        }
        foreach (var sku in new[] { "PUMP-1", ownSku })
            await writing.PutAsync($"products/{sku}", $$"""{"description":"{{word}} pump"}""");
        await writing.PutAsync(
            "receipts/R-1",
            $$"""
            {"warehouse":"HAM","lines":[{"sku":"PUMP-1","quantity":100},{"sku":"{{ownSku}}","quantity":7}]}
            """);
        await writing.PutAsync(
            "adjustments/A-1", $$"""{"warehouse":"HAM","sku":"PUMP-1","delta":-1,"reason":"{{word}} broke"}""");
        var order = $$"""
            "customer":"{{ownSku}}-customer","requestedBy":"2020-01-01",
             "shipTo":{"country":"FR","name":"{{word}} Jean","address":"{{word}} street"}
            """;
        await writing.PutAsync(
            "orders/ERP-1", $$"""{{{order}},"lines":[{"line":1,"sku":"PUMP-1","quantity":5}]}""");
        await writing.PutAsync(
            "orders/ERP-2", $$"""{{{order}},"lines":[{"line":1,"sku":"{{ownSku}}","quantity":50}]}""");
        var shipment = (await writing.SendAsync("POST", "orders/ERP-1/release"))
            .GetProperty("shipments")[0].GetString()!;
        await writing.SendAsync("POST", $"shipments/{shipment}/label");
        await writing.PutAsync(
            $"shipments/{shipment}/milestones/M-1",
            $$"""{"kind":"dispatched","location":"{{word}} dock","note":"{{word}} left"}""");
        await writing.PutAsync(
            "transfers/T-1", """{"from":"HAM","to":"BER","lines":[{"sku":"PUMP-1","quantity":3}]}""");
        await writing.PutAsync(
            "import-profiles/mine",
            $$"""
            {"name":"mine","description":"{{word}}","fields":{
                "order":{"columns":["{{word}}"]},"line":{"columns":["l"]},"customer":{"columns":["c"]},
                "country":{"columns":["k"]},"sku":{"columns":["s"]},"quantity":{"columns":["q"]} } }
            """);
        await writing.PutAsync(
            "views/orders/mine", $$"""{"query":"text={{word}}","columns":["number"],"shared":true}""");
        var import = await ImportAsync(node, writing, word, ownSku);
        var exceptions = await writing.EventuallyAsync("exceptions?order=ERP-2", Any);
        var exception = exceptions.GetProperty("items")[0].GetProperty("id").GetString()!;
        await writing.SendAsync(
            "PATCH", $"exceptions/{exception}", $$"""{"owner":"{{word}}","note":"{{word}} call"}""");
        await writing.PutAsync("warehouses/BER/close", $$"""{"reason":"{{word}} flood"}""", "POST");
        var events = await writing.SendAsync("GET", "events?limit=1");
        await writing.PutAsync(
            "consumers/mirror", $$"""{"position":"{{events.GetProperty("next").GetString()}}"}""");
        await writing.EventuallyAsync("status", status =>
            status.GetProperty("projectedEvent").GetString() == status.GetProperty("lastEvent").GetString());
        return new(new Dictionary<string, string>
        {
            ["orders/{number}"] = "ERP-1", ["shipments/{id}"] = shipment, ["transfers/{id}"] = "T-1",
            ["products/{sku}"] = "PUMP-1", ["stock/{sku}"] = "PUMP-1", ["{sku}/{warehouse}"] = "HAM",
            ["receipts/{id}"] = "R-1", ["adjustments/{id}"] = "A-1", ["warehouses/{id}"] = "HAM",
            ["exceptions/{id}"] = exception, ["consumers/{name}"] = "mirror", ["imports/{id}"] = import,
            ["import-profiles/{name}"] = "mine", ["views/{list}"] = "orders", ["{list}/{name}"] = "mine",
            ["webhooks/{id}"] = "hook", ["events/{type}"] = "supplychain.order.placed.v1",
            ["arrivals/{id}"] = "ERP-1", ["tenants/{id}"] = TwoTenants.Other,
        });
    }

    private static bool Any(JsonElement list) => list.GetProperty("items").GetArrayLength() > 0;

    /// <summary>A file of which one row is imported and one is refused.</summary>
    private static async Task<string> ImportAsync(TwoTenants node, Writing writing, string word, string ownSku)
    {
        var rows = $"{word},l,c,k,s,q\nERP-3,1,{ownSku}-c,DE,PUMP-1,1\nERP-4,1,{ownSku}-c,DE,{ownSku}-none,1\n";
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(node.Url, "/api/v1/imports?profile=mine"))
        {
            Content = new StringContent(rows, Encoding.UTF8, "text/csv"),
        };
        request.Headers.Authorization = new("Bearer", writing.Key);
        using var answer = await node.Http.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        ((int)answer.StatusCode).Should().Be(202, body);
        var id = JsonDocument.Parse(body).RootElement.GetProperty("id").GetString()!;
        await writing.EventuallyAsync(
            $"imports/{id}", report => report.GetProperty("status").GetString() is "completed" or "Completed");
        return id;
    }

    /// <summary>Writes as a caller; what is refused fails the test.</summary>
    private sealed class Writing(TwoTenants node, string key)
    {
        public string Key => key;

        public async Task PutAsync(string path, string body, string method = "PUT") =>
            await SendAsync(method, path, body);

        public async Task<JsonElement> SendAsync(string method, string path, string? body = null)
        {
            var (status, said) = await node.AskAsync(method, $"/api/v1/{path}", key, body);
            status.Should().BeInRange(200, 202, $"{method} {path} answers {said}");
            return said.Length > 0 ? JsonDocument.Parse(said).RootElement : default;
        }

        public async Task<JsonElement> EventuallyAsync(string path, Func<JsonElement, bool> fits)
        {
            using var deadline = new CancellationTokenSource(Patience);
            while (true)
            {
                var answer = await SendAsync("GET", path);
                if (fits(answer) || deadline.IsCancellationRequested)
                {
                    fits(answer).Should().BeTrue($"{path} should get there, but is {answer}");
                    return answer;
                }
                await Task.Delay(50);
            }
        }
    }
}
