namespace SupplyChain;

/// <summary>What the OpenAPI document says of each element of a list of numbers or texts.</summary>
/// <param name="minimum">The smallest number; of texts the fewest characters.</param>
/// <param name="maximum">The largest number; of texts the most characters.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ElementsAttribute(int minimum, int maximum) : Attribute
{
    /// <summary>The smallest number, or the fewest characters.</summary>
    public int Minimum { get; } = minimum;

    /// <summary>The largest number, or the most characters.</summary>
    public int Maximum { get; } = maximum;
}
