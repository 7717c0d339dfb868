using System.Globalization;

namespace SupplyChain.Orders;

/// <summary>The fields of an order's form as the browser keeps them, named as a request's body has them.</summary>
internal static class PlaceFields
{
    private const string Yes = "true";

    /// <summary>The form that these fields are of; null when they are of none.</summary>
    public static PlaceForm? Read(IReadOnlyDictionary<string, string> fields)
    {
        string Text(string name) => fields.GetValueOrDefault(name, "").Trim();
        var lines = new List<PlaceFormLine>();
        while (int.TryParse(
            Text($"lines/{lines.Count}/line"), NumberStyles.None, CultureInfo.InvariantCulture, out var line))
        {
            var at = $"lines/{lines.Count}";
            lines.Add(new()
            {
                Line = line,
                Sku = Text($"{at}/sku"),
                Quantity = Text($"{at}/quantity"),
                Warehouse = Text($"{at}/warehouse"),
                RequestedBy = Text($"{at}/requestedBy"),
                Value = Text($"{at}/value/amount"),
            });
        }

        return lines.Count == 0 || !Identifier.IsValid(Text("number")) ? null : new()
        {
            Number = Text("number"),
            Customer = Text("customer"),
            Country = Text("shipTo/country").ToUpperInvariant(),
            Name = Text("shipTo/name"),
            Address = Text("shipTo/address"),
            RequestedBy = Text("requestedBy"),
            Priority = int.TryParse(
                Text("priority"), NumberStyles.None, CultureInfo.InvariantCulture, out var priority) ? priority : 3,
            Currency = Text("currency").ToUpperInvariant(),
            ShipComplete = Text("policy/shipComplete") == Yes,
            AllowSplit = Text("policy/allowSplit") == Yes,
            AllowBackorder = Text("policy/allowBackorder") == Yes,
            MaxShipments = Text("policy/maxShipments"),
            Lines = lines,
        };
    }
}
