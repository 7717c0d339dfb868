namespace SupplyChain.Tenants;

/// <summary>
/// Calls of the actor, or of the method, are no usage: they are neither counted nor refused by a quota, because callers
/// find out by them why others are, and mend it.
/// </summary>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Method)]
public sealed class UncountedAttribute : Attribute;
