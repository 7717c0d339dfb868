using System.Globalization;
using Orleans.Runtime;
using SupplyChain.Access;
using SupplyChain.Network;

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
    private const string IfNoneMatchKey = "sc-if-none-match";
    private const string TokenKey = "sc-token";
    private const string ScopeKey = "sc-warehouses";
    private const string CreatesKey = "sc-creates";

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

    /// <summary>The request this belongs to; empty when not given.</summary>
    public static string Correlation
    {
        get => RequestContext.Get(CorrelationKey) as string ?? "";
        set => Set(CorrelationKey, value);
    }

    /// <summary>What shows who calls, as <see cref="Access.IAccessGrain"/> gave it out; null: nothing.</summary>
    public static string? Token
    {
        get => RequestContext.Get(TokenKey) as string;
        set => Set(TokenKey, value);
    }

    /// <summary>
    /// The warehouses that the caller is limited to: where keys are asked for, the silo says it of the key that was
    /// shown, whatever the caller says itself. It reaches the first actor alone; what that one asks others for is its
    /// own.
    /// </summary>
    public static WarehouseScope Scope
    {
        get => RequestContext.Get(ScopeKey) is string listed
            ? new(listed.Split(' ').Select(WarehouseId.Of).ToItems())
            : default;
        set => Set(ScopeKey, value.IsLimited ? string.Join(' ', value.Warehouses) : null);
    }

    /// <summary>What has to be true of the entity; a command is refused when it is not.</summary>
    public static Precondition Condition
    {
        get => new(Read(IfMatchKey), Read(IfNoneMatchKey));
        set
        {
            Set(IfMatchKey, Written(value.IfMatch));
            Set(IfNoneMatchKey, Written(value.IfNoneMatch));
        }
    }

    /// <summary>
    /// Whether the caller asks for the first time to make the entity, so that most likely there is none yet. Only a
    /// hint: whether it is true the journal decides.
    /// </summary>
    public static bool Creates
    {
        get => RequestContext.Get(CreatesKey) is true;
        set => Set(CreatesKey, value ? true : null);
    }

    /// <summary>The condition, which from here on does not travel: it is about one entity, not about the others that
    /// its actor talks to.</summary>
    public static Precondition TakeCondition()
    {
        var condition = Condition;
        Condition = default;
        return condition;
    }

    /// <summary>A single version travels as the number it always was, everything else as text.</summary>
    private static object? Written(Versions? versions) =>
        versions is { Listed: [var single] } ? single : versions?.ToString();

    private static Versions? Read(string key) => RequestContext.Get(key) switch
    {
        long single => single,
        "*" => Versions.Any,
        string listed => Versions.Of(listed
            .Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(version => long.Parse(version, CultureInfo.InvariantCulture))),
        _ => null,
    };

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
