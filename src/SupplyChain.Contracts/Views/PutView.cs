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

/// <summary>What a saved view has to look like.</summary>
public static class ViewValidation
{
    /// <summary>The longest name.</summary>
    public const int MaxName = 60;

    /// <summary>The longest query.</summary>
    public const int MaxQuery = 2_000;

    /// <summary>The most columns.</summary>
    public const int MaxColumns = 50;

    /// <summary>The faulty fields; none when it can be saved.</summary>
    public static Items<Fault> Validate(this PutView view)
    {
        var faults = new FaultList();
        faults.Name(view.Name);
        if (view.Query is null)
            faults.Add("query", FaultCodes.Required, "'query' is required.");
        else if (view.Query.Length > MaxQuery)
            faults.Add("query", FaultCodes.TooLong, "'query' is longer than 2,000 characters.");
        else if (view.Query.Any(char.IsControl) || view.Query.Any(char.IsSurrogate))
            faults.Add("query", FaultCodes.Invalid, "'query' contains characters that an address escapes.");
        if (view.Columns.Count > MaxColumns)
            faults.Add("columns", FaultCodes.TooLong, "'columns' has more than 50 elements.");
        for (var index = 0; index < view.Columns.Count; index++)
        {
            if (view.Columns[index] is not { Length: > 0 and <= MaxName } name || !name.All(char.IsAsciiLetterOrDigit))
                faults.Add($"columns/{index}", FaultCodes.Invalid, "A column is 1 to 60 letters and digits.");
        }

        faults.Text("owner", view.Owner);
        if (!view.Shared && string.IsNullOrWhiteSpace(view.Owner))
            faults.Add("owner", FaultCodes.Required, "A view that is not shared needs an 'owner'.");
        return faults.All;
    }

    /// <summary>The faults of a name that is looked for; none when there can be such a view.</summary>
    public static Items<Fault> Validate(this ViewName name)
    {
        var faults = new FaultList();
        faults.Name(name.Name);
        faults.Text("owner", name.Owner);
        return faults.All;
    }

    private static void Name(this FaultList faults, string? name)
    {
        faults.RequiredText("name", name);
        if (name is null)
            return;
        if (name.Length > MaxName)
            faults.Add("name", FaultCodes.TooLong, "'name' is longer than 60 characters.");
        else if (name != name.Trim() || name.Any(char.IsControl) || name.Contains('/', StringComparison.Ordinal))
            faults.Add("name", FaultCodes.Invalid, "'name' has no slash, no line break, and no space around it.");
    }
}

/// <summary>The answer to a command on a saved view; one that was deleted is shown as it was.</summary>
[GenerateSerializer, Immutable, Alias("view-reply")]
public sealed record ViewReply : Reply<SavedView>;

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
