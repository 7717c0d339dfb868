namespace SupplyChain.Exports;

/// <summary>A column of a list.</summary>
/// <param name="Name">As <c>columns=</c> calls it.</param>
/// <param name="Title">What its head says.</param>
/// <param name="Value">What an export writes of an item; null when there is nothing.</param>
/// <param name="Kind">What its cells hold.</param>
/// <param name="IsDefault">Whether it is shown when the planner chose no columns.</param>
public sealed record ListColumn<T>(
    string Name, string Title, Func<T, object?> Value, ColumnKind Kind = ColumnKind.Text, bool IsDefault = true)
{
    /// <summary>What its head says in a file, where nothing else tells the zone.</summary>
    public string Heading => Kind == ColumnKind.Instant ? $"{Title} (UTC)" : Title;
}
