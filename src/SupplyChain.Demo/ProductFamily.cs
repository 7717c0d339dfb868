using System.Globalization;

namespace SupplyChain.Demo;

/// <summary>Products of one kind; every first variant comes in every second one (<c>ProductFamilies.csv</c>).</summary>
internal sealed record ProductFamily(
    string Code,
    string Name,
    double UnitWeightKg,
    double UnitVolumeM3,
    decimal PriceUsd,
    int UsualQuantity,
    IReadOnlyList<string> FirstVariants,
    IReadOnlyList<string> SecondVariants)
{
    /// <summary>The families, in the order of the table.</summary>
    public static IReadOnlyList<ProductFamily> Load()
    {
        var table = typeof(ProductFamily).Assembly.GetManifestResourceStream("ProductFamilies.csv")!;
        using var reader = new StreamReader(table);
        var families = new List<ProductFamily>();
        for (reader.ReadLine(); reader.ReadLine() is { } row;)
            families.Add(Parse(row.Split('|')));
        return families;
    }

    private static ProductFamily Parse(string[] fields) => new(
        fields[0],
        fields[1],
        double.Parse(fields[2], CultureInfo.InvariantCulture),
        double.Parse(fields[3], CultureInfo.InvariantCulture),
        decimal.Parse(fields[4], CultureInfo.InvariantCulture),
        int.Parse(fields[5], CultureInfo.InvariantCulture),
        fields[6].Split(';'),
        fields[7].Split(';'));
}
