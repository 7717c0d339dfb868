using System.Text.Json;
using FluentAssertions;
using SupplyChain.Orders;
using Xunit;

namespace SupplyChain.Inventory;

/// <summary>How who owns a demand is named: in code, in what is stored, and in what is sent.</summary>
public sealed class DemandOwnerTests
{
    [Fact]
    public void An_order_is_named_by_its_bare_number()
    {
        DemandOwner owner = new OrderId("SO-1");

        owner.Text.Should().Be("SO-1");
        (owner.Kind, owner.Id, owner.Order).Should().Be((DemandOwner.OrderKind, "SO-1", new OrderId("SO-1")));
        DemandOwner.Of(DemandOwner.OrderKind, "SO-1").Should().Be(owner);
    }

    [Fact]
    public void Another_owner_is_named_by_its_kind_and_id()
    {
        var owner = DemandOwner.Of("transfer", "SO-1");

        owner.Text.Should().Be("transfer/SO-1");
        (owner.Kind, owner.Id, owner.Order).Should().Be(("transfer", "SO-1", default(OrderId?)));
        owner.Should().NotBe((DemandOwner)new OrderId("SO-1"));
    }

    /// <summary>So an order's number is never read as an owner of another kind.</summary>
    [Fact]
    public void An_orders_number_holds_no_slash() => Identifier.IsValid("transfer/SO-1").Should().BeFalse();

    [Theory]
    [InlineData("SO-1")]
    [InlineData("transfer/T-1")]
    public void It_is_stored_as_its_text(string text)
    {
        var stored = JsonSerializer.Serialize(new DemandOwner(text));

        stored.Should().Be($"\"{text}\"");
        JsonSerializer.Deserialize<DemandOwner>(stored).Should().Be(new DemandOwner(text));
    }
}
