namespace SupplyChain.Bench;

/// <summary>Which products orders want.</summary>
internal enum Skew
{
    /// <summary>Every product as often as any other.</summary>
    Uniform,

    /// <summary>The n-th most wanted product a 1/n as often as the first.</summary>
    Zipf,

    /// <summary>The first line is always the same product, which lies in one warehouse only.</summary>
    Hot,
}

/// <summary>Names of skews.</summary>
internal static class Skews
{
    /// <summary>As it is written on the command line.</summary>
    public static string Name(this Skew skew) => skew.ToString().ToLowerInvariant();
}
