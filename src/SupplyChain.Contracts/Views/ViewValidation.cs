namespace SupplyChain.Views;

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
