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

    private readonly ConcurrentDictionary<MethodInfo, Permission?> _needs = new();

    /// <inheritdoc/>
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        var needs = _needs.GetOrAdd(context.InterfaceMethod, NeedsOf);
        if (needs != Permission.None && context.Request.GetType() != Tick)
        {
            var caller = await tokens.ReadAsync(CallContext.Token, TokenUse.Call);
            if (Refusal(context, caller, needs) is { } refusal)
                throw Refuse(context, caller, refusal);
            if (caller is not null && !ReferenceEquals(caller, Caller.Node))
            {
                CallContext.Actor = caller.Name; // The name of the key, whatever the caller calls itself.
                CallContext.Token = await tokens.OwnAsync();
                quotas.Admit(caller.Tenant, context.InterfaceMethod, context.Grain);
            }
        }
        await context.Invoke();
    }

    /// <inheritdoc/>
    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        if (context.TargetId.IsClient())
            CallContext.Token = null; // What a node shows is not for clients.
        else if (CallContext.Token is not { } token || AccessTokens.IsOfNode(token))
            CallContext.Token = await tokens.OwnAsync(); // Work that began with a call may outlive the call's token.
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
        return Reaches(caller.Tenant, context) ? null : AccessRefusal.OtherTenant;
    }

    /// <summary>Callers reach what is their tenant's; what every tenant is, only those of the home tenant.</summary>
    private bool Reaches(TenantId tenant, IIncomingGrainCallContext context) =>
        context.InterfaceMethod.DeclaringType == typeof(ITenantGrain)
            ? tenant == options.Tenant
            : IsOf(tenant, context.TargetId);

    private static bool IsOf(TenantId tenant, GrainId target)
    {
        var key = target.Key.ToString()!;
        return key.StartsWith(tenant.Value, StringComparison.Ordinal)
            && (key.Length == tenant.Value.Length || key[tenant.Value.Length] == '/');
    }

    private AccessDeniedException Refuse(IIncomingGrainCallContext context, Caller? caller, AccessRefusal why)
    {
        metrics.Refused(why);
        Refused(log, context.InterfaceName, context.MethodName, caller?.Key.Value ?? "no accepted key", why);
        return why is AccessRefusal.Forbidden or AccessRefusal.OtherTenant
            ? new($"The role {caller!.Role} may not call {context.InterfaceName}.{context.MethodName}.", isKnown: true)
            : new("A key is needed, and none that is accepted was shown.");
    }

    private static Permission? NeedsOf(MethodInfo method) =>
        Open.Contains(method.DeclaringType!.FullName!) ? Permission.None
        : (method.GetCustomAttribute<NeedsAttribute>() ?? method.DeclaringType.GetCustomAttribute<NeedsAttribute>())
            ?.Permission;

    [LoggerMessage(LogLevel.Warning, "Refused {Interface}.{Method} to {Caller}: {Why}")]
    private static partial void Refused(
        ILogger log, string @interface, string method, string caller, AccessRefusal why);
}
