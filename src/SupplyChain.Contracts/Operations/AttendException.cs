namespace SupplyChain.Operations;

/// <summary>Does something about an exception; what is null stays as it is.</summary>
/// <param name="Owner">Who takes care of it.</param>
/// <param name="ClearOwner">It has no owner any more; not together with an owner.</param>
/// <param name="SnoozedUntil">It is out of sight before that instant.</param>
/// <param name="ClearSnooze">It is to be seen again; not together with a time.</param>
/// <param name="Note">What to remember about it.</param>
/// <param name="ClearNote">The note is removed; not together with one.</param>
/// <param name="Status">
/// <c>Resolved</c>: it needs no work any more, although its cause is there; when its cause begins anew, it opens again.
/// <c>Open</c>: that was a mistake.
/// </param>
/// <param name="Reason">Why it is resolved; required with that and not allowed without.</param>
[GenerateSerializer, Immutable, Alias("attend-exception")]
public sealed record AttendException(
    [property: Id(0)] string? Owner = null,
    [property: Id(1)] bool ClearOwner = false,
    [property: Id(2)] DateTimeOffset? SnoozedUntil = null,
    [property: Id(3)] bool ClearSnooze = false,
    [property: Id(4)] string? Note = null,
    [property: Id(5)] bool ClearNote = false,
    [property: Id(6)] ExceptionStatus? Status = null,
    [property: Id(7)] string? Reason = null);

/// <summary>What can be done about an exception.</summary>
public static class AttendExceptionValidation
{
    /// <summary>The faulty fields; none when it can be done.</summary>
    public static Items<Fault> Validate(this AttendException command, DateTimeOffset now)
    {
        var faults = new FaultList();
        if (command.Owner is not null)
            faults.RequiredText("owner", command.Owner);
        if (command.Note is not null)
            faults.RequiredText("note", command.Note);
        if (command.SnoozedUntil <= now)
            faults.Add("snoozedUntil", FaultCodes.OutOfRange, "'snoozedUntil' has to be in the future.");
        if (command.Status == ExceptionStatus.Resolved)
            faults.RequiredText("reason", command.Reason);
        else if (command.Reason is not null)
            faults.Add("reason", FaultCodes.Invalid, "'reason' says why it is resolved and goes with that only.");
        if (command.Status is { } status && !Enum.IsDefined(status))
            faults.Add("status", FaultCodes.Invalid, "'status' is Open or Resolved.");
        Exclude("owner", command is { Owner: not null, ClearOwner: true });
        Exclude("snoozedUntil", command is { SnoozedUntil: not null, ClearSnooze: true });
        Exclude("note", command is { Note: not null, ClearNote: true });
        return faults.All;

        void Exclude(string member, bool both)
        {
            if (both)
                faults.Add(member, FaultCodes.Invalid, $"'{member}' cannot be set and cleared at once.");
        }
    }
}

/// <summary>The answer to a command on an exception.</summary>
[GenerateSerializer, Immutable, Alias("exception-reply")]
public sealed record ExceptionReply : Reply<ExceptionEntry>;
