namespace SupplyChain.Demo;

/// <summary>The demo world's customers: every city has some of the kinds.</summary>
internal static class Customers
{
    private const int Count = 200;

    public static readonly IReadOnlyList<Customer> All = Enumerable.Range(0, Count).Select(Make).ToArray();

    /// <summary>How often all of them order together, compared with one of activity 1.</summary>
    public static readonly double Activity = All.Sum(customer => customer.Kind.Activity);

    /// <summary>The customer with a number; null when there is none.</summary>
    public static Customer? Find(int number) => number >= 1 && number <= All.Count ? All[number - 1] : null;

    /// <summary>Each round through the cities takes the next kind, so no city has one twice.</summary>
    private static Customer Make(int index)
    {
        var cities = CustomerCities.All.Count;
        var kind = ((index % cities) + (index / cities)) % CustomerKind.All.Count;
        return new(index + 1, CustomerCities.All[index % cities], CustomerKind.All[kind]);
    }
}
