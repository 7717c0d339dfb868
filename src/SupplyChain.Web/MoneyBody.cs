using System.ComponentModel.DataAnnotations;

namespace SupplyChain;

/// <summary>An amount (0 or more) in a currency (ISO 4217, three capital letters).</summary>
public sealed record MoneyBody
{
    /// <summary>The amount, 0 or more; at most 28 digits.</summary>
    [Range(0, (double)Limits.MaxAmount)]
    public required decimal Amount { get; init; }

    /// <summary>ISO 4217, three capital letters.</summary>
    [RegularExpression(Patterns.Currency)]
    public required string Currency { get; init; }
}
