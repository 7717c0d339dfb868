namespace SupplyChain.Tenants;

/// <summary>What is answered to commands on a tenant, by its actor and without it.</summary>
internal static class TenantReplies
{
    /// <summary>The reply to a decision.</summary>
    public static TenantReply To(TenantId id, RegisteredTenant tenant, Decision<TenantEvent> decision) =>
        Replies.To<TenantReply, TenantDetails, TenantEvent>(
            decision, tenant.Details(id),
            decision.Any(@event => @event is TenantEvent.Created) ? ReplyStatus.Created : ReplyStatus.Done);
}

/// <summary>The tenant that the nodes are operated by: it is there without having been made.</summary>
internal static class HomeTenant
{
    /// <summary>What is known of it before it was given a name.</summary>
    public static TenantDetails Details(TenantId id) => new(id, id.Value, TenantQuotas.None, null, 0);
}
