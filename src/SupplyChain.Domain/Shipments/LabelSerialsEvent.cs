namespace SupplyChain.Shipments;

/// <summary>What can happen to the serial numbers of labels.</summary>
public abstract record LabelSerialsEvent
{
    private LabelSerialsEvent() { }

    /// <summary>A number was taken; it is never given again.</summary>
    [EventType("label-serials.taken")]
    public sealed record Taken(long Number) : LabelSerialsEvent;
}
