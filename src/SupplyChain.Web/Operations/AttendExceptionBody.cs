using System.ComponentModel.DataAnnotations;

namespace SupplyChain.Operations;

/// <summary>Does something about an exception; what is absent stays as it is, what is null is cleared.</summary>
[SchemaName("AttendException")]
public sealed record AttendExceptionBody
{
    /// <summary>Who takes care of it; null when it has no owner any more.</summary>
    [Length(1, Limits.MaxText)]
    public string? Owner { get; init; }

    /// <summary>It is out of sight before that instant; null to see it again.</summary>
    public DateTimeOffset? SnoozedUntil { get; init; }

    /// <summary>What to remember about it; null to remove the note.</summary>
    [Length(1, Limits.MaxText)]
    public string? Note { get; init; }

    /// <summary>
    /// <c>Resolved</c>: it needs no work any more, although its cause is there; when its cause begins anew, it opens
    /// again. <c>Open</c>: that was a mistake.
    /// </summary>
    public ExceptionStatus? Status { get; init; }

    /// <summary>Why it is resolved; required with that and not allowed without.</summary>
    [Length(1, Limits.MaxText)]
    public string? Reason { get; init; }

    internal static AttendException Read(BodyReader body)
    {
        body.NotNull("status", "reason");
        return new(
            body.Text("owner"), body.IsNull("owner"), body.Instant("snoozedUntil"), body.IsNull("snoozedUntil"),
            body.Text("note"), body.IsNull("note"), body.Choice<ExceptionStatus>("status"), body.Text("reason"));
    }
}
