namespace SupplyChain.Operations;

/// <summary>What people can do about an exception.</summary>
public abstract record ExceptionWorkEvent
{
    private ExceptionWorkEvent() { }

    /// <summary>It has another owner now, or none.</summary>
    [EventType("exception.owned")]
    public sealed record Owned(string? Owner) : ExceptionWorkEvent;

    /// <summary>Something was noted, or the note removed.</summary>
    [EventType("exception.noted")]
    public sealed record Noted(string? Note) : ExceptionWorkEvent;

    /// <summary>The occurrence that began then is out of sight before a time.</summary>
    [EventType("exception.snoozed")]
    public sealed record Snoozed(DateTimeOffset Until, DateTimeOffset Since) : ExceptionWorkEvent;

    /// <summary>It is to be seen again.</summary>
    [EventType("exception.woken")]
    public sealed record Woken : ExceptionWorkEvent;

    /// <summary>The occurrence that began then needs no work any more, although its cause is there.</summary>
    [EventType("exception.resolved")]
    public sealed record Resolved(string Reason, DateTimeOffset Since) : ExceptionWorkEvent;

    /// <summary>It was resolved by mistake.</summary>
    [EventType("exception.reopened")]
    public sealed record Reopened : ExceptionWorkEvent;
}
