using SupplyChain.Inventory;
using SupplyChain.Orders;

namespace SupplyChain.Architecture;

/// <summary>
/// Events and states own their parts: a command or a reply that changes never changes what is stored. A part that
/// travels too has a record of its own in the Domain, mapped where the command enters and where the reply is built.
/// </summary>
public sealed class StoredPartsTests
{
    private static readonly string[] Travelling = ["SupplyChain.Contracts", "SupplyChain.ActorContracts"];

    /// <summary>Values with one meaning wherever they stand: no part of a command or a reply.</summary>
    private static readonly Dictionary<Type, string> Shared = new()
    {
        [typeof(Items<>)] = "how a list is kept; says nothing of what is in it",
        [typeof(Money)] = "an amount in a currency",
        [typeof(DemandOwner)] = "names who owns a demand",
        [typeof(ReservationKey)] = "names a reservation, in stock items, backlogs, orders and shipments alike",
        [typeof(StockItemId)] = "names a stock item: a product in a warehouse",
        [typeof(ShipToPoint)] = "a point on earth: latitude and longitude",
    };

    public static TheoryData<Type> Stored =>
    [
        .. Layer.Domain.Types.Where(type => type.IsDefined(typeof(EventTypeAttribute), false) || Implements(
            type, typeof(IAggregate<,>))),
    ];

    [Theory]
    [MemberData(nameof(Stored))]
    public void What_is_stored_holds_no_part_of_a_command_or_a_reply(Type stored) => PartsThatTravel(stored)
        .Where(part => !Shared.ContainsKey(part))
        .Should().BeEmpty("{0} owns its parts: give it a record in its folder of the Domain", stored);

    [Fact]
    public void What_is_shared_is_used() => Stored.SelectMany(row => PartsThatTravel(row.Data)).Distinct()
        .Should().BeEquivalentTo(Shared.Keys);

    [Fact]
    public void A_part_that_travels_is_found_however_deep_it_lies() => PartsThatTravel(typeof(Order[]))
        .Concat(PartsThatTravel(typeof(Dictionary<int, Items<PlaceOrder>?>)))
        .Should().Contain([typeof(ReservationKey), typeof(PlaceOrder), typeof(PlaceOrderLine)]);

    /// <summary>The records inside that are not of the Domain; names and enums are words, not records.</summary>
    private static IEnumerable<Type> PartsThatTravel(Type stored) => Contracts.Inside(stored)
        .Where(part => Travelling.Contains(part.Assembly.GetName().Name))
        .Where(part => !part.IsEnum && !part.IsArray && !Implements(part, typeof(IIdentifier<>)))
        .Select(part => part.IsGenericType ? part.GetGenericTypeDefinition() : part)
        .Distinct();

    private static bool Implements(Type type, Type face) => Array.Exists(
        type.GetInterfaces(), one => one.IsGenericType && one.GetGenericTypeDefinition() == face);
}
