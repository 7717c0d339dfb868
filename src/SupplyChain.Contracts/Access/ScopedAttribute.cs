namespace SupplyChain.Access;

/// <summary>
/// How a key that is limited to warehouses is limited in a call, on an interface or on one of its methods, and on a
/// page. Without it no such key may call, or open the page.
/// </summary>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Method | AttributeTargets.Class)]
public sealed class ScopedAttribute(Scope scope) : Attribute
{
    /// <summary>How it is limited.</summary>
    public Scope Scope { get; } = scope;
}
