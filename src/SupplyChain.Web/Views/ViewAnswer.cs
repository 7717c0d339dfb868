using System.ComponentModel.DataAnnotations;

namespace SupplyChain.Views;

/// <summary>What a planner wants to look at again: a list's filters and sort, and its columns.</summary>
/// <param name="Name">What it is called; unique among those a planner sees.</param>
/// <param name="Query">
/// The query of the list's address, without columns and place: <c>status=Placed&amp;sort=-units</c>.
/// </param>
/// <param name="Columns">The columns, as the address names them; none for the usual ones.</param>
/// <param name="Shared">Whether every planner sees it.</param>
/// <param name="Owner">Who saved it, as colleagues know them; null when a shared one was saved without a name.</param>
/// <param name="Version">Its version; a name that is used again goes on counting.</param>
[SchemaName("SavedView")]
public sealed record ViewAnswer(
    [property: MaxLength(ViewValidation.MaxName)] string Name,
    [property: MaxLength(ViewValidation.MaxQuery)] string Query,
    [property: MaxLength(ViewValidation.MaxColumns)] Items<string> Columns,
    bool Shared,
    [property: MaxLength(Limits.MaxText)] string? Owner,
    long Version) : EntityAnswer, IVersioned
{
    internal static ViewAnswer Of(SavedView view) =>
        new(view.Name, view.Query, view.Columns, view.Shared, view.Owner, view.Version);
}
