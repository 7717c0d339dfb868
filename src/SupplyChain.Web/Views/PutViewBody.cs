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
    [MaxLength(ViewValidation.MaxColumns), Elements(1, ViewValidation.MaxName)]
    public Items<string> Columns { get; init; }

    /// <summary>Whether every planner sees it.</summary>
    [DefaultValue(false)]
    public bool Shared { get; init; }

    internal static PutView Read(BodyReader body, ViewName name)
    {
        var view = new PutView(
            name.Name, body.Text("query", required: true) ?? "", body.Texts("columns") ?? [],
            body.Flag("shared", ifAbsent: false), name.Owner);
        if (!view.Shared && name.Owner is null)
            body.Invalid("shared", "A view that is not shared belongs to one planner: name the owner in the address.");
        return view;
    }
}
