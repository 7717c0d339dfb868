using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace SupplyChain.Views;

/// <summary>Saves a view, or replaces the one of that name that its owner sees.</summary>
[SchemaName("PutView")]
public sealed record PutViewBody
{
    /// <summary>The query of the list's address, at most 2,000 characters.</summary>
    [MaxLength(ViewValidation.MaxQuery)]
    public required string Query { get; init; }

    /// <summary>The columns, at most 50; none for the usual ones.</summary>
    [MaxLength(ViewValidation.MaxColumns)]
    public Items<string> Columns { get; init; }

    /// <summary>Whether every planner sees it.</summary>
    [DefaultValue(false)]
    public bool Shared { get; init; }
}
