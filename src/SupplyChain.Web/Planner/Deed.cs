namespace SupplyChain.Planner;

/// <summary>What was done.</summary>
/// <param name="Said">In a sentence.</param>
public sealed record Deed(string Said)
{
    /// <summary>What became of its parts: one entry for each line it concerned.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>How it is taken back; null where that cannot be.</summary>
    public Undoing? Undo { get; init; }

    /// <summary>Why it was not taken back, when undoing it was refused; null otherwise.</summary>
    public string? Refused { get; init; }
}
