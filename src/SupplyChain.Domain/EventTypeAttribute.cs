using SupplyChain.Operations;

namespace SupplyChain;

/// <summary>The stable name and schema under which an event is stored for ever.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventTypeAttribute(string type, int schema = 1) : Attribute
{
    /// <summary>The stable name, for example <c>order.placed</c>.</summary>
    public string Type { get; } = type;

    /// <summary>The version of the event's shape, from 1.</summary>
    public int Schema { get; } = schema;

    /// <summary>The feature level that allows this schema to be written; see <see cref="FeatureLevel"/>.</summary>
    public int Since { get; init; } = FeatureLevel.First;
}
