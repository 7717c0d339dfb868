namespace SupplyChain.Views;

/// <summary>Saves a view, or replaces the one of that name that its owner sees.</summary>
/// <param name="Name">1 to 60 characters, without a slash.</param>
/// <param name="Query">The query of the list's address, at most 2,000 characters.</param>
/// <param name="Columns">The columns, at most 50; none for the usual ones.</param>
/// <param name="Shared">Whether every planner sees it.</param>
/// <param name="Owner">Whose it is; required when it is not shared.</param>
[GenerateSerializer, Immutable, Alias("put-view")]
public sealed record PutView(
    [property: Id(0)] string Name,
    [property: Id(1)] string Query,
    [property: Id(2)] Items<string> Columns = default,
    [property: Id(3)] bool Shared = false,
    [property: Id(4)] string? Owner = null);
