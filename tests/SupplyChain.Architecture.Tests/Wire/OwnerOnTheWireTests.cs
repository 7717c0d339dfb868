using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using SupplyChain.Inventory;
using SupplyChain.Orders;

namespace SupplyChain.Architecture.Wire;

/// <summary>
/// The owner of a demand travels as an order's number does: nodes of release 0.1, where only orders owned demands, read
/// it as that and are read.
/// </summary>
public sealed class OwnerOnTheWireTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddSerializer(serializer => serializer.AddAssembly(Layer.Contracts.Assembly))
        .BuildServiceProvider();

    private Serializer Serializer => _services.GetRequiredService<Serializer>();

    [Fact]
    public void An_order_that_owns_demands_is_written_as_its_number() => ShouldBeTheSame(
        new OrderId("SO-1"), new DemandOwner("SO-1"));

    [Fact]
    public void A_list_of_orders_that_own_demands_is_written_as_a_list_of_their_numbers() => ShouldBeTheSame<
        Items<OrderId>, Items<DemandOwner>>(["SO-1", "SO-2"], ["SO-1", "SO-2"]);

    [Fact]
    public void An_order_that_may_be_missing_is_written_as_its_number() => ShouldBeTheSame<OrderId?, DemandOwner?>(
        new OrderId("SO-1"), new DemandOwner("SO-1"));

    [Fact]
    public void No_order_is_written_as_no_number() => ShouldBeTheSame<OrderId?, DemandOwner?>(null, null);

    /// <summary>Closes the serializer.</summary>
    public void Dispose() => _services.Dispose();

    private void ShouldBeTheSame<TThen, TNow>(TThen then, TNow now)
    {
        var bytes = Serializer.SerializeToArray(then);

        Serializer.SerializeToArray(now).Should().Equal(bytes);
        Serializer.Deserialize<TNow>(bytes).Should().Be(now);
        Serializer.Deserialize<TThen>(Serializer.SerializeToArray(now)).Should().Be(then);
    }
}
