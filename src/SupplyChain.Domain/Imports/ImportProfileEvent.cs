namespace SupplyChain.Imports;

/// <summary>What can happen to the profiles that people save.</summary>
public abstract record ImportProfileEvent
{
    private ImportProfileEvent() { }

    /// <summary>One was saved or replaced.</summary>
    [EventType("import-profile.saved")]
    public sealed record Saved(string Name, string Json) : ImportProfileEvent;

    /// <summary>One was deleted.</summary>
    [EventType("import-profile.deleted")]
    public sealed record Deleted(string Name) : ImportProfileEvent;
}
