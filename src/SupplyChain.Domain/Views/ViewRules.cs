namespace SupplyChain.Views;

/// <summary>What becomes of the saved views of a list.</summary>
public static class ViewRules
{
    /// <summary>How many shared ones there may be, and how many private ones of a planner.</summary>
    public const int MostOfOne = 50;

    /// <summary>How many there may be of a list together.</summary>
    public const int MostOfAll = 500;

    /// <summary>Those a planner sees, by name: shared ones and their own.</summary>
    public static Items<SavedView> Seen(this StoredViews views, string? owner) => views.All
        .Where(view => view.Shared || view.Owner == owner)
        .OrderBy(view => view.Name, StringComparer.Ordinal).ThenBy(view => view.Shared)
        .ToItems();

    /// <summary>The one of a name a planner sees: their own comes first; null when there is none.</summary>
    public static SavedView? Find(this StoredViews views, ViewName name) => views.All
        .Where(view => view.Name == name.Name && (view.Shared || view.Owner == name.Owner))
        .OrderBy(view => view.Shared).FirstOrDefault();

    /// <summary>
    /// Saves one; it replaces the one of that name its owner sees. Another planner's shared view stays shared.
    /// </summary>
    public static (StoredViews Views, ViewReply Reply) Put(this StoredViews views, PutView command)
    {
        var seen = views.Find(new(command.Name, command.Owner));
        var view = new SavedView(
            command.Name, command.Query, command.Columns, command.Shared, command.Owner, views.LastVersion + 1);
        if (seen is not null && seen == view with { Version = seen.Version })
            return (views, new() { Status = ReplyStatus.Replayed, Value = seen });
        var others = views.All.Where(one => one != seen).ToArray();
        var isTaken = seen is { Shared: true } && !view.Shared && seen.Owner != view.Owner;
        if (isTaken || Array.Exists(others, other => other.Name == view.Name && IsBeside(view, other)))
        {
            return (views, new()
            {
                Status = ReplyStatus.Refused,
                Refusal = Refusal.Conflict,
                Message = $"There is a shared view '{view.Name}' already.",
            });
        }

        if (others.Length >= MostOfAll || others.Count(other => IsBeside(view, other)) >= MostOfOne)
        {
            return (views, new()
            {
                Status = ReplyStatus.Invalid,
                Faults = [new("", FaultCodes.OutOfRange, Full(view.Shared, others.Length >= MostOfAll))],
            });
        }

        var saved = views with { All = [.. others, view], LastVersion = view.Version };
        return (saved, new() { Status = seen is null ? ReplyStatus.Created : ReplyStatus.Done, Value = view });
    }

    /// <summary>Deletes the one of a name that a planner sees.</summary>
    public static (StoredViews Views, ViewReply Reply) Delete(this StoredViews views, ViewName name) =>
        views.Find(name) is { } found
            ? (views with { All = views.All.Where(view => view != found).ToItems() },
                new() { Status = ReplyStatus.Done, Value = found })
            : (views, new() { Status = ReplyStatus.NotFound, Message = "The view does not exist." });

    /// <summary>Whether two count together: shared ones, or private ones of one owner.</summary>
    private static bool IsBeside(SavedView view, SavedView other) =>
        view.Shared == other.Shared && (view.Shared || view.Owner == other.Owner);

    private static string Full(bool isShared, bool isList) => isList
        ? "The list has 500 views already; delete one first."
        : isShared
            ? "There are 50 shared views of the list already; delete one first."
            : "The owner has 50 views of the list already; delete one first.";
}
