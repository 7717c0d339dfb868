namespace SupplyChain.Exports;

/// <summary>
/// The columns a list can show, in their order; the first one tells the rows apart and is always there.
/// </summary>
/// <param name="list">What the list is called in the name of a file: "orders".</param>
/// <param name="all">Its columns.</param>
public sealed class ListColumns<T>(string list, params ListColumn<T>[] all)
{
    /// <summary>What the list is called.</summary>
    public string List { get; } = list;

    /// <summary>Every column.</summary>
    public IReadOnlyList<ListColumn<T>> All { get; } = all;

    /// <summary>The column that is always there.</summary>
    public ListColumn<T> First => All[0];

    /// <summary>Those shown when the planner chose none.</summary>
    public IReadOnlyList<ListColumn<T>> Default { get; } = [.. all.Where(column => column.IsDefault)];

    /// <summary>
    /// The columns named, in the list's own order; the default ones when none is. Names that are none are left out.
    /// </summary>
    public IReadOnlyList<ListColumn<T>> Chosen(IReadOnlyCollection<string> names) => names.Count == 0
        ? Default
        : [.. All.Where(column => column == First || names.Contains(column.Name))];

    /// <summary>What an address names that is no column; null when all are.</summary>
    public string? Unknown(IEnumerable<string> names) =>
        names.FirstOrDefault(name => All.All(column => column.Name != name));
}
