using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using SupplyChain.Planner;

namespace SupplyChain;

/// <summary>Every page there is, as an address to go to.</summary>
internal static partial class Pages
{
    private static readonly string[] OfErrors = ["/closed", "/error", "/not-found"];

    /// <summary>The routes of those that are about one thing, such as <c>/orders/{Number}</c>.</summary>
    public static TheoryData<string> OfEntities => [.. All.Where(route => route.Contains('{'))];

    /// <summary>The routes of the others.</summary>
    public static TheoryData<string> OfNoEntity => [.. All.Where(route => !route.Contains('{'))];

    /// <summary>The routes of all of them.</summary>
    public static TheoryData<string> Every => [.. All];

    private static IEnumerable<string> All => typeof(Places).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes<RouteAttribute>())
        .Select(route => route.Template)
        .Except(OfErrors)
        .Order(StringComparer.Ordinal);

    /// <summary>The address of a page, about something that is there.</summary>
    public static async Task<string> AddressAsync(NodeHttp http, string route)
    {
        if (!route.Contains('{'))
            return route;
        var (list, member) = route.Split('/')[1] switch
        {
            "orders" => ("orders?status=Shipped&status=PartiallyShipped&limit=1", "number"),
            "shipments" => ("shipments?limit=1", "id"),
            "inventory" => ("products?limit=1", "sku"),
            "warehouses" => ("warehouses?limit=1", "id"),
            "transfers" => (await TransferredAsync(http), "id"),
            "integrations" => (await HookedAsync(http), "id"),
            var other => throw new InvalidOperationException($"There is no example of {other}."),
        };
        var one = (await http.GetAsync<SeenPage<Dictionary<string, object>>>(list)).Items[0];
        return Parameter().Replace(route, Uri.EscapeDataString(one[member].ToString()!));
    }

    /// <summary>The list of transfers, with one in it.</summary>
    private static async Task<string> TransferredAsync(NodeHttp http)
    {
        const string list = "transfers?limit=1";
        if ((await http.GetAsync<SeenPage<object>>(list)).Items.Count > 0)
        {
            return list;
        }
        var world = await SmallWorld.WithAsync(http, 5);
        await world.TransferredAsync(3);
        (await Deadline.WaitAsync(TimeSpan.FromSeconds(20), async () =>
            (await http.GetAsync<SeenPage<object>>(list)).Items.Count > 0)).Should().NotBeNull();
        return list;
    }

    /// <summary>The list of webhooks, with one in it whose receiver takes nothing.</summary>
    private static async Task<string> HookedAsync(NodeHttp http)
    {
        await http.PutAsync("webhooks/nobody", new { url = PlannerSite.Nowhere });
        return "webhooks";
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
