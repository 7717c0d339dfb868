using System.Text.Json.Serialization;
using SupplyChain.Orders;

namespace SupplyChain.Inventory;

/// <summary>
/// Who owns demands, and hears what becomes of them: an order, or another kind of document that needs stock.
/// </summary>
/// <remarks>
/// It is stored and sent as one text: of an order its bare number, of any other kind <c>kind/id</c>. An order's number
/// holds no <c>/</c> (<see cref="Identifier.IsValid"/>), so no two owners have the same text, and an order's text is
/// the one it had when only orders owned demands.
/// </remarks>
/// <param name="Text">The stored text.</param>
[GenerateSerializer, Immutable, Alias("demand-owner")]
[JsonConverter(typeof(DemandOwnerJsonConverter))]
public readonly record struct DemandOwner([property: Id(0)] string Text) : IComparable<DemandOwner>
{
    /// <summary>The kind of owners that are orders.</summary>
    public const string OrderKind = "order";

    private const char Separator = '/';

    /// <summary>The kind of its streams and actors.</summary>
    public string Kind => SeparatorAt is >= 0 and var at ? Text[..at] : OrderKind;

    /// <summary>Its id within the kind.</summary>
    public string Id => Text[(SeparatorAt + 1)..];

    /// <summary>The order; null when it is of another kind.</summary>
    public OrderId? Order => SeparatorAt < 0 ? new OrderId(Text) : default(OrderId?);

    private int SeparatorAt => Text.IndexOf(Separator, StringComparison.Ordinal);

    /// <summary>The owner of a kind with an id; neither is checked.</summary>
    public static DemandOwner Of(string kind, string id) =>
        new(kind == OrderKind ? id : $"{kind}{Separator}{id}");

    /// <summary>An order owns the demands of its lines.</summary>
    public static implicit operator DemandOwner(OrderId order) => new(order.Value);

    /// <summary>An owner is written as its stored text in code.</summary>
    public static implicit operator DemandOwner(string text) => new(text);

    /// <inheritdoc/>
    public int CompareTo(DemandOwner other) => string.CompareOrdinal(Text, other.Text);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
