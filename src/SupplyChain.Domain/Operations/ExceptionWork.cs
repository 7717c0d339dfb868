using System.Diagnostics;
using static SupplyChain.Operations.ExceptionWorkEvent;

namespace SupplyChain.Operations;

/// <summary>
/// What people do about an exception. Whether its cause is there is not known here: that follows from the entity
/// itself. Who takes care of it and what was noted outlives a cause that ends and begins anew; that it is snoozed or
/// resolved by hand does not.
/// </summary>
public sealed record ExceptionWork : IAggregate<ExceptionWork, ExceptionWorkEvent>
{
    /// <inheritdoc/>
    public static string Kind => "exception";

    /// <inheritdoc/>
    public static int StateSchema => 1;

    /// <inheritdoc/>
    public static ExceptionWork Initial { get; } = new();

    /// <summary>Who takes care of it.</summary>
    public string? Owner { get; init; }

    /// <summary>What was noted.</summary>
    public string? Note { get; init; }

    /// <summary>Until when which occurrence is snoozed; null when none is.</summary>
    public Snoozed? Snooze { get; init; }

    /// <summary>Which occurrence was resolved by hand, and why; null when none is.</summary>
    public Resolved? Resolution { get; init; }

    /// <summary>Its version.</summary>
    public long Version { get; init; }

    /// <summary>The version of the exception: it is there before any work on it.</summary>
    public long EntryVersion => Version + 1;

    /// <summary>Does what a command asks that is not so already; <paramref name="since"/> says which occurrence is
    /// meant.</summary>
    public static Decision<ExceptionWorkEvent> Decide(
        ExceptionWork work, AttendException command, DateTimeOffset since)
    {
        var facts = new List<ExceptionWorkEvent>();
        if ((command.Owner is not null || command.ClearOwner) && command.Owner != work.Owner)
        {
            facts.Add(new Owned(command.Owner));
        }
        if ((command.Note is not null || command.ClearNote) && command.Note != work.Note)
        {
            facts.Add(new Noted(command.Note));
        }
        if (command.SnoozedUntil is { } until && work.Snooze != new Snoozed(until, since))
        {
            facts.Add(new Snoozed(until, since));
        }
        if (command.ClearSnooze && work.Snooze is not null)
        {
            facts.Add(new Woken());
        }
        if (command.Status == ExceptionStatus.Resolved && work.Resolution != new Resolved(command.Reason!, since))
        {
            facts.Add(new Resolved(command.Reason!, since));
        }
        if (command.Status == ExceptionStatus.Open && work.Resolution is not null)
        {
            facts.Add(new Reopened());
        }
        return [.. facts];
    }

    /// <inheritdoc/>
    public static ExceptionWork Evolve(ExceptionWork state, ExceptionWorkEvent @event, DateTimeOffset recordedAt)
    {
        var next = @event switch
        {
            Owned owned => state with { Owner = owned.Owner },
            Noted noted => state with { Note = noted.Note },
            Snoozed snoozed => state with { Snooze = snoozed },
            Woken => state with { Snooze = null },
            Resolved resolved => state with { Resolution = resolved },
            Reopened => state with { Resolution = null },
            _ => throw new UnreachableException($"{@event}"),
        };
        return next with { Version = state.Version + 1 };
    }

    /// <inheritdoc/>
    public static UnfinishedWork UnfinishedWork(ExceptionWork state) => SupplyChain.UnfinishedWork.None;

    /// <summary>The exception as it is with this work, whatever of it was known before.</summary>
    public ExceptionEntry On(ExceptionEntry entry, DateTimeOffset now)
    {
        var resolution = Resolution?.Since == entry.Since ? Resolution.Reason : null;
        return entry with
        {
            Status = resolution is not null ? ExceptionStatus.Resolved
                : entry.Resolution is not null ? ExceptionStatus.Open
                : entry.Status,
            Owner = Owner,
            Note = Note,
            SnoozedUntil = Snooze is { } snooze && snooze.Since == entry.Since && snooze.Until > now
                ? snooze.Until
                : null,
            Resolution = resolution,
            Version = EntryVersion,
        };
    }
}
