namespace SupplyChain.Tenants;

/// <summary>
/// Counts the calls of clients where no keys are asked for: the tenant is the one whose actor is called. Where keys
/// are, the caller's tenant counts (<see cref="Access.AccessFilter"/>).
/// </summary>
internal sealed class OpenCalls(Quotas quotas) : IIncomingGrainCallFilter
{
    /// <inheritdoc/>
    public Task Invoke(IIncomingGrainCallContext context)
    {
        if (context.SourceId is { } source && source.IsClient())
            quotas.Admit(TenantOf(context.TargetId), context.InterfaceMethod, context.Grain);
        return context.Invoke();
    }

    private static TenantId TenantOf(GrainId target)
    {
        var key = target.Key.ToString()!;
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? key : key[..slash];
    }
}
