namespace SupplyChain;

/// <summary>Turns decisions into replies.</summary>
internal static class Replies
{
    /// <summary>The reply to a decision: its refusal, its faults, or the entity as it is now.</summary>
    /// <param name="decision">What was decided.</param>
    /// <param name="value">The entity after it.</param>
    /// <param name="done">What a decision with facts is called: done or created.</param>
    public static TReply To<TReply, TValue, TEvent>(
        Decision<TEvent> decision, TValue? value, ReplyStatus done = ReplyStatus.Done)
        where TReply : Reply<TValue>, new()
        where TValue : class
        where TEvent : class
    {
        if (decision.Faults.Count > 0)
        {
            return new() { Status = ReplyStatus.Invalid, Faults = decision.Faults };
        }
        if (decision.Refusal is { } refusal)
        {
            return new() { Status = ReplyStatus.Refused, Refusal = refusal, Message = decision.Message };
        }
        return new() { Status = decision.Count == 0 ? ReplyStatus.Replayed : done, Value = value };
    }

    /// <summary>The command is faulty.</summary>
    public static TReply Invalid<TReply, TValue>(Items<Fault> faults)
        where TReply : Reply<TValue>, new()
        where TValue : class => new() { Status = ReplyStatus.Invalid, Faults = faults };

    /// <summary>There is no such entity.</summary>
    public static TReply NotFound<TReply, TValue>()
        where TReply : Reply<TValue>, new()
        where TValue : class => new() { Status = ReplyStatus.NotFound };

    /// <summary>The caller's condition is not met by the entity; null when it is, or there is none.</summary>
    /// <param name="version">The entity's version; 0 when there is none.</param>
    /// <param name="exists">Whether there is what <c>*</c> asks for; null when that is the entity.</param>
    public static Refused? VersionMismatch(long version, bool? exists = null) =>
        Unmet(CallContext.Condition, version, exists);

    /// <summary>The same for a condition that does not travel on.</summary>
    public static Refused? Unmet(Precondition condition, long version, bool? exists = null) =>
        condition.Unmet(version, exists ?? version > 0) is { } why ? new(Refusal.VersionMismatch, why) : null;
}
