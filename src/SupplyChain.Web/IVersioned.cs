namespace SupplyChain;

/// <summary>An entity that has a version; it is the entity's ETag.</summary>
internal interface IVersioned
{
    /// <summary>The version, from 1.</summary>
    long Version { get; }
}
