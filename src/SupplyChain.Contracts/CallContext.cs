using Orleans.Runtime;

namespace SupplyChain;

/// <summary>What travels beside a command: who asks, for which request, until when, and against which
/// version.</summary>
/// <remarks>Carried in Orleans' request context, so that it reaches every actor a command touches.</remarks>
public static class CallContext
{
    private const string DeadlineKey = "sc-deadline";
    private const string ActorKey = "sc-actor";
    private const string CorrelationKey = "sc-correlation";
    private const string IfMatchKey = "sc-if-match";

    /// <summary>Until when the caller waits, in cluster time; null when it does not say.</summary>
    public static DateTimeOffset? Deadline
    {
        get => RequestContext.Get(DeadlineKey) is long ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
        set => Set(DeadlineKey, value?.UtcTicks);
    }

    /// <summary>Who asks, for example <c>rest</c> or <c>system</c>.</summary>
    public static string Actor
    {
        get => RequestContext.Get(ActorKey) as string ?? "system";
        set => Set(ActorKey, value);
    }

    /// <summary>The request this belongs to; empty when nobody said.</summary>
    public static string Correlation
    {
        get => RequestContext.Get(CorrelationKey) as string ?? "";
        set => Set(CorrelationKey, value);
    }

    /// <summary>The version the caller saw last; a command on another one is refused.</summary>
    public static long? IfMatch
    {
        get => RequestContext.Get(IfMatchKey) as long?;
        set => Set(IfMatchKey, value);
    }

    private static void Set(string key, object? value)
    {
        if (value is null)
        {
            RequestContext.Remove(key);
        }
        else
        {
            RequestContext.Set(key, value);
        }
    }
}
