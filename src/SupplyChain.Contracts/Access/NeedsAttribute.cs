namespace SupplyChain.Access;

/// <summary>
/// What a client needs to call an actor, on an interface or on one of its methods. Without it no client may call.
/// </summary>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Method)]
public sealed class NeedsAttribute(Permission permission) : Attribute
{
    /// <summary>The permission.</summary>
    public Permission Permission { get; } = permission;
}
