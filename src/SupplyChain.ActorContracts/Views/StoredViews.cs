namespace SupplyChain.Views;

/// <summary>All saved views of a list, as they are stored.</summary>
[GenerateSerializer, Immutable, Alias("stored-views")]
public sealed record StoredViews
{
    /// <summary>The views.</summary>
    [Id(0)] public Items<SavedView> All { get; init; }

    /// <summary>The highest version given; it is never given again, not even after a view was deleted.</summary>
    [Id(1)] public long LastVersion { get; init; }
}
