namespace SupplyChain.Operations;

/// <summary>What people can do about an exception.</summary>
public abstract record ExceptionWorkEvent
{
    private ExceptionWorkEvent() { }

    /// <summary>Somebody takes care of it now, or nobody any more.</summary>
    [EventType("exception.owned")]
    public sealed record Owned(string? Owner) : ExceptionWorkEvent;

    /// <summary>Something was noted, or the note removed.</summary>
    [EventType("exception.noted")]
    public sealed record Noted(string? Note) : ExceptionWorkEvent;

    /// <summary>Nobody wants to see the occurrence that began then before a time.</summary>
    [EventType("exception.snoozed")]
    public sealed record Snoozed(DateTimeOffset Until, DateTimeOffset Since) : ExceptionWorkEvent;

    /// <summary>It is to be seen again.</summary>
    [EventType("exception.woken")]
    public sealed record Woken : ExceptionWorkEvent;

    /// <summary>The occurrence that began then needs nobody any more, although its cause is there.</summary>
    [EventType("exception.resolved")]
    public sealed record Resolved(string Reason, DateTimeOffset Since) : ExceptionWorkEvent;

    /// <summary>It was resolved by mistake.</summary>
    [EventType("exception.reopened")]
    public sealed record Reopened : ExceptionWorkEvent;
}
