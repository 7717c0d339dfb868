using System.Globalization;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Planner;

namespace SupplyChain.Orders;

/// <summary>An order as it is written.</summary>
public sealed class PlaceForm
{
    /// <summary>Stands for the customer while none is written; who orders does not change what can be had.</summary>
    private const string Anybody = "QUOTE";

    /// <summary>The number it is placed under, chosen once.</summary>
    public string Number { get; set; } = "";

    /// <summary>Who orders.</summary>
    public string Customer { get; set; } = "";

    /// <summary>Where it goes: the country.</summary>
    public string Country { get; set; } = "";

    /// <summary>Where it goes: the name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Where it goes: the address.</summary>
    public string Address { get; set; } = "";

    /// <summary>The date wanted, as the browser writes it; empty when none is.</summary>
    public string RequestedBy { get; set; } = "";

    /// <summary>1 (highest) to 5.</summary>
    public int Priority { get; set; } = 3;

    /// <summary>What is ordered.</summary>
    public List<PlaceFormLine> Lines { get; set; } = [];

    /// <summary>An empty one with a number of its own.</summary>
    public static PlaceForm New() => new() { Number = FormId.New("ORD"), Lines = [new() { Line = 1 }] };

    /// <summary>Adds an empty line.</summary>
    public void Add() => Lines.Add(new() { Line = Lines.Max(line => line.Line) + 1 });

    /// <summary>The order; null while something is missing that it needs.</summary>
    /// <param name="forQuote">Whether to leave out the lines that are not finished and who orders.</param>
    public PlaceOrder? Read(bool forQuote)
    {
        var finished = Lines.Where(line => Identifier.IsValid(line.Sku) && line.Units is not null).ToArray();
        var isComplete = forQuote ? finished.Length > 0 : finished.Length == Lines.Count && Customer.Length > 0;
        if (!isComplete || !Countries.IsAssigned(Country))
            return null;
        return new(
            forQuote && !Identifier.IsValid(Customer) ? Anybody : Customer,
            new(Country, Name: OrNull(Name), Address: OrNull(Address)),
            finished.Select(line => new PlaceOrderLine(
                line.Line, line.Sku, line.Units!.Value,
                line.Warehouse.Length > 0 ? line.Warehouse : (WarehouseId?)null)).ToItems(),
            Priority,
            DateOnly.TryParse(RequestedBy, CultureInfo.InvariantCulture, out var day) ? day : null);
    }

    private static string? OrNull(string text) => text.Length > 0 ? text : null;
}
