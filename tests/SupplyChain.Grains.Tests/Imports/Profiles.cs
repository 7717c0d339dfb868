using System.Text;

namespace SupplyChain.Imports;

/// <summary>The profile of open orders, with more settings and countries.</summary>
internal static class Profiles
{
    public static ImportProfile Orders(string settings = "", string countries = "") =>
        ImportProfileReader.Read(Encoding.UTF8.GetBytes(OrdersJson(settings, countries)));

    public static string OrdersJson(string settings = "", string countries = "")
    {
        var json = File.ReadAllText(Path.Combine(Repository.Root, "samples", "import-profiles", "orders.json"));
        return json
            .Replace("  \"name\": \"orders\",", $"  \"name\": \"orders\", {settings}", StringComparison.Ordinal)
            .Replace("  \"countries\": {", $"  \"countries\": {{ {countries}", StringComparison.Ordinal);
    }
}
