namespace SupplyChain.Operations;

/// <summary>The figures a why rests on.</summary>
/// <param name="Heads">The heads of its columns; one that begins with an exclamation mark has figures below it.</param>
/// <param name="Rows">Its cells.</param>
public sealed record WhyTable(IReadOnlyList<string> Heads, IReadOnlyList<string[]> Rows)
{
    /// <summary>Whether a column has figures.</summary>
    public bool IsFigure(int column) => Heads[column].StartsWith('!');

    /// <summary>What stands above a column.</summary>
    public string Head(int column) => Heads[column].TrimStart('!');
}
