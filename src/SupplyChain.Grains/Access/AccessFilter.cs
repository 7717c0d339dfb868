using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.Logging;
using SupplyChain.Tenants;

namespace SupplyChain.Access;

/// <summary>
/// Refuses every call that does not show who calls, to our actors, Orleans' own and system targets alike. A client's
/// token opens the methods that say what they need (<see cref="NeedsAttribute"/>), of its own tenant; a node's opens
/// all, and travels on from here, so that an actor calls others by what the cluster allows and not the client.
/// </summary>
/// <remarks>
/// What concerns the whole cluster (<see cref="Permission.Operate"/>) is for callers of the home tenant. Of other
/// tenants they reach the keys, and what the cluster knows of them, and nothing else.
/// </remarks>
internal sealed partial class AccessFilter(
    AccessTokens tokens, AccessOptions options, AccessMetrics metrics, Quotas quotas, ILogger<AccessFilter> log)
    : IIncomingGrainCallFilter, IOutgoingGrainCallFilter
{
    /// <summary>How a client learns which actors there are, before it can sign in.</summary>
    private static readonly HashSet<string> Open = ["Orleans.Runtime.IClusterManifestSystemTarget"];

    /// <summary>
    /// The tick of a timer, which comes to its own actor as a call and is made in this process alone: it has no codec,
    /// so that no message can bring one.
    /// </summary>
    private static readonly Type Tick =
        Type.GetType("Orleans.Runtime.GrainTimer+TimerTickInvoker, Orleans.Runtime", throwOnError: true)!;

    /// <summary>The actors of other tenants that callers of the home tenant reach.</summary>
    private static readonly HashSet<Type> OfHome = [typeof(IKeyRingGrain), typeof(ITenantGrain)];

    private readonly ConcurrentDictionary<MethodInfo, Permission?> _needs = new();
    private readonly ConcurrentDictionary<MethodInfo, Scope> _scopes = new();

    /// <inheritdoc/>
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        var needs = _needs.GetOrAdd(context.InterfaceMethod, NeedsOf);
        if (needs != Permission.None && context.Request.GetType() != Tick)
        {
            var caller = await tokens.ReadAsync(CallContext.Token, TokenUse.Call);
            if (Refusal(context, caller, needs) is { } refusal)
                throw Refuse(context, caller, refusal, needs);
            if (caller is not null && !ReferenceEquals(caller, Caller.Node))
            {
                CallContext.Actor = caller.Name; // The name of the key, whatever the caller calls itself.
                CallContext.Token = await tokens.OwnAsync();
                quotas.Admit(caller.Tenant, context.InterfaceMethod, context.Grain);
            }
            CallContext.Scope = caller?.Scope ?? default; // The key's, whatever the caller says itself.
            if (caller is { Scope.IsLimited: true })
            {
                await InvokeWithin(caller, context);
                return;
            }
        }
        await context.Invoke();
    }

    /// <summary>
    /// Makes a call for a key that is limited to warehouses, and counts it when they do not include what it is about.
    /// </summary>
    private async Task InvokeWithin(Caller caller, IIncomingGrainCallContext context)
    {
        try
        {
            if (_scopes.GetOrAdd(context.InterfaceMethod, ScopeOf) == Scope.Closed)
                throw caller.Scope.Denied();
            await context.Invoke();
        }
        catch (AccessDeniedException)
        {
            metrics.Refused(AccessRefusal.Limited);
            Refused(log, context.InterfaceName, context.MethodName, caller.Key.Value, AccessRefusal.Limited);
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        if (context.TargetId.IsClient())
            CallContext.Token = null; // What a node shows is not for clients.
        else if (CallContext.Token is not { } token || AccessTokens.IsOfNode(token))
            CallContext.Token = await tokens.OwnAsync(); // Work that began with a call may outlive the call's token.
        CallContext.Scope = default; // What an actor asks others for is its own.
        await context.Invoke();
    }

    private AccessRefusal? Refusal(IIncomingGrainCallContext context, Caller? caller, Permission? needs)
    {
        if (ReferenceEquals(caller, Caller.Node))
            return null;
        if (caller is null)
            return CallContext.Token is null ? AccessRefusal.Anonymous : AccessRefusal.Unknown;
        if (needs is not { } permission || !caller.Role.May(permission))
            return AccessRefusal.Forbidden;
        var isHome = caller.Tenant == options.Tenant;
        if (permission == Permission.Operate && !isHome)
            return AccessRefusal.NotHome;
        return IsOf(caller.Tenant, context.TargetId) || (isHome && OfHome.Contains(InterfaceOf(context)))
            ? null
            : AccessRefusal.OtherTenant;
    }

    private static Type InterfaceOf(IIncomingGrainCallContext context) => context.InterfaceMethod.DeclaringType!;

    private static bool IsOf(TenantId tenant, GrainId target)
    {
        var key = target.Key.ToString()!;
        return key.StartsWith(tenant.Value, StringComparison.Ordinal)
            && (key.Length == tenant.Value.Length || key[tenant.Value.Length] == '/');
    }

    private AccessDeniedException Refuse(
        IIncomingGrainCallContext context, Caller? caller, AccessRefusal why, Permission? needs)
    {
        metrics.Refused(why);
        Refused(log, context.InterfaceName, context.MethodName, caller?.Key.Value ?? "no accepted key", why);
        var what = $"{context.InterfaceName}.{context.MethodName}";
        return why switch
        {
            AccessRefusal.Forbidden =>
                new($"The role {caller!.Role} may not call {what}: {RolesFor(needs)}.", isKnown: true),
            AccessRefusal.OtherTenant =>
                new($"A key of the tenant {caller!.Tenant} may not call {what} of another.", isKnown: true),
            AccessRefusal.NotHome =>
                new($"{what} concerns the whole cluster: keys of the home tenant alone may call it.", isKnown: true),
            _ => new("A key is needed, and none that is accepted was shown."),
        };
    }

    private static string RolesFor(Permission? needs) => needs is { } permission
        ? $"that is for {string.Join(", ", Enum.GetValues<Role>().Where(role => role.May(permission)))}"
        : "only nodes call it";

    private static Permission? NeedsOf(MethodInfo method) =>
        Open.Contains(method.DeclaringType!.FullName!) ? Permission.None
        : (method.GetCustomAttribute<NeedsAttribute>() ?? method.DeclaringType.GetCustomAttribute<NeedsAttribute>())
            ?.Permission;

    private static Scope ScopeOf(MethodInfo method) =>
        (method.GetCustomAttribute<ScopedAttribute>() ?? method.DeclaringType!.GetCustomAttribute<ScopedAttribute>())
            ?.Scope ?? Scope.Closed;

    [LoggerMessage(LogLevel.Warning, "Refused {Interface}.{Method} to {Caller}: {Why}")]
    private static partial void Refused(
        ILogger log, string @interface, string method, string caller, AccessRefusal why);
}
