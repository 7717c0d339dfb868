namespace SupplyChain;

/// <summary>A warehouse, a product and orders of a test's own beside the demo world, all named by one id.</summary>
internal sealed class SmallWorld(NodeHttp http, string id)
{
    /// <summary>What the warehouse, the product and the order of it are called.</summary>
    public string Id => id;

    /// <summary>Makes one with so many units in stock.</summary>
    public static async Task<SmallWorld> WithAsync(NodeHttp http, int units)
    {
        var id = $"T-{Guid.NewGuid():N}"[..12];
        await http.PutAsync(
            $"warehouses/{id}", new { name = $"Ghent {id}", country = "BE", latitude = 51.05, longitude = 3.72 });
        await http.PutAsync($"products/{id}", new { description = "Valve" });
        await http.PutAsync(
            $"receipts/{id}", new { warehouse = id, lines = new[] { new { sku = id, quantity = units } } });
        return new(http, id);
    }

    /// <summary>Places the order.</summary>
    public async Task<SmallWorld> OrderedAsync(int units, int priority = 3)
    {
        await http.PutAsync($"orders/{id}", new
        {
            customer = "ACME", shipTo = new { country = "FR" }, priority,
            lines = new[] { new { line = 1, sku = id, quantity = units } },
        });
        return this;
    }

    /// <summary>Requests a transfer to a second warehouse, and answers that warehouse's id.</summary>
    public async Task<string> TransferredAsync(int units)
    {
        var to = await SecondAsync();
        await http.PutAsync(
            $"transfers/{id}", new { from = id, to, lines = new[] { new { sku = id, quantity = units } } });
        return to;
    }

    /// <summary>Makes a second warehouse, and answers its id.</summary>
    public async Task<string> SecondAsync()
    {
        await http.PutAsync(
            $"warehouses/{id}-B", new { name = $"Liège {id}", country = "BE", latitude = 50.63, longitude = 5.57 });
        return $"{id}-B";
    }

    /// <summary>Releases it, and answers the shipment's number.</summary>
    public async Task<string> ReleasedAsync()
    {
        await http.PostAsync($"orders/{id}/release", new { });
        return (await http.GetAsync<Released>($"orders/{id}")).Shipments[0];
    }

    private sealed record Released(string[] Shipments);
}
