namespace SupplyChain;

/// <summary>Turns decisions into replies.</summary>
internal static class Answer
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

    /// <summary>The entity changed since the version the caller named; null when it did not, or none was
    /// named.</summary>
    public static Refused? VersionMismatch(long version)
    {
        return CallContext.IfMatch is { } seen && seen != version
            ? new(Refusal.VersionMismatch, $"The entity is at version {version}, not {seen}.")
            : null;
    }
}
