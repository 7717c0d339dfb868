namespace SupplyChain;

/// <summary>
/// What the OpenAPI document calls a record: programs that are made from the document know it by that name, whatever it
/// is called here. Without the attribute it is the record's own name.
/// </summary>
/// <param name="name">The name; of a generic record the names of its arguments follow.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class SchemaNameAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}
