namespace SupplyChain.Host.Nodes;

/// <summary>What operators have to show; section <c>Operators</c>.</summary>
internal sealed class OperatorOptions
{
    private const int MinKeyLength = 16;

    /// <summary>The key, at least 16 characters; null: nothing has to be shown.</summary>
    public string? Key { get; set; }

    /// <summary>Makes sure that the key is not easily guessed.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">It is.</exception>
    public void Check() => OptionFaults.Refuse(
        Key is { Length: < MinKeyLength }, this, $"Operators:Key must have at least {MinKeyLength} characters.");
}
