namespace SupplyChain.Tenants;

/// <summary>
/// The method stores a document that is not there yet: when a quota is used up, only what is there already is let in.
/// Methods that go on with what was accepted never have it.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AddsAttribute(Quota quota = Quota.Bytes) : Attribute
{
    /// <summary>The quota that it uses, beside the one of bytes.</summary>
    public Quota Quota { get; } = quota;
}
