namespace SupplyChain.Demo;

/// <summary>
/// A stream of random numbers (SplitMix64: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators",
/// OOPSLA 2014). Its numbers are the same on every machine and in every version of the runtime.
/// </summary>
internal sealed class Chance(ulong state)
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;
    private const double Unit = 1.0 / (1UL << 53);

    private ulong _state = state;

    /// <summary>From 0 (inclusive) to 1 (exclusive).</summary>
    public double Fraction() => (Next() >> 11) * Unit;

    /// <summary>Whether something of that probability happens.</summary>
    public bool Happens(double probability) => Fraction() < probability;

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public int Between(int least, int most) => least + (int)(Fraction() * (most - least + 1));

    /// <summary>A number in a range.</summary>
    public double Between(double least, double most) => least + (Fraction() * (most - least));

    /// <summary>A span of hours in a range, in whole minutes.</summary>
    public TimeSpan Hours(double least, double most) => TimeSpan.FromMinutes(Math.Round(Between(least, most) * 60));

    /// <summary>An exponentially distributed number.</summary>
    public double Exponential(double mean) => -mean * Math.Log(1 - Fraction());

    /// <summary>One of them.</summary>
    public T Pick<T>(IReadOnlyList<T> choices) => choices[Between(0, choices.Count - 1)];

    private ulong Next()
    {
        var mixed = _state += Gamma;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
