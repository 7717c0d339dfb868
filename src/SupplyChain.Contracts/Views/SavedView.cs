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
[GenerateSerializer, Immutable, Alias("saved-view")]
public sealed record SavedView(
    [property: Id(0)] string Name,
    [property: Id(1)] string Query,
    [property: Id(2)] Items<string> Columns,
    [property: Id(3)] bool Shared,
    [property: Id(4)] string? Owner,
    [property: Id(5)] long Version);
