using System.Reflection;
using System.Text.Json.Serialization;
using SupplyChain.Access;
using SupplyChain.Operations;
using SupplyChain.Shipments;
using SupplyChain.Tenants;
using SupplyChain.Views;

namespace SupplyChain.Architecture;

/// <summary>Everything that travels between nodes has a name and numbers that survive a rename.</summary>
public sealed class ContractTests
{
    /// <summary>
    /// What clients use and no call carries as such: it travels beside calls, names an actor, stands in the data of an
    /// event, or is worked out.
    /// </summary>
    private static readonly Type[] BesideCalls =
    [
        typeof(Precondition), typeof(Versions), typeof(TenantId), typeof(PlannerList), typeof(ExceptionFix),
        typeof(FixAction), typeof(ShipmentFlag), typeof(Reply<>), typeof(Permission), typeof(Quota),
        typeof(Scope), typeof(WarehouseScope),
    ];

    /// <summary>What events tell stands as JSON in <see cref="PublishedEvent.Data"/>.</summary>
    private static bool IsTold(Type type) => type.Namespace == typeof(Events.OrderPlaced).Namespace;

    [Fact]
    public void Whatever_has_state_in_the_contracts_travels() =>
        Layer.Contracts.Types
            .Where(type => !IsTold(type))
            .Where(type =>
                type.IsPublic && !type.IsInterface && !(type.IsAbstract && type.IsSealed) && !type.IsByRefLike)
            .Where(type => !typeof(JsonConverter).IsAssignableFrom(type) && !typeof(Attribute).IsAssignableFrom(type))
            .Where(type => !type.IsDefined(typeof(GenerateSerializerAttribute)))
            .Should().BeEmpty();

    [Fact]
    public void What_is_published_is_what_clients_send_and_are_answered()
    {
        var calls = Layer.Contracts.Types.Where(type => type.IsInterface).SelectMany(type => type.GetMethods());
        var reached = calls
            .SelectMany(call => call.GetParameters().Select(part => part.ParameterType).Append(call.ReturnType))
            .SelectMany(Contracts.With)
            .Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type)
            .ToHashSet();
        Layer.Contracts.Types
            .Where(type => type.IsDefined(typeof(GenerateSerializerAttribute), false))
            .Where(type => !reached.Contains(type) && !typeof(Exception).IsAssignableFrom(type))
            .Except(BesideCalls)
            .Should().BeEmpty("what only actors say to each other is part of {0}", Layer.ActorContracts);
    }

    [Fact]
    public void Whatever_travels_has_a_name_of_its_own()
    {
        Contracts.All.Should().NotBeEmpty();
        Contracts.All.Should().OnlyContain(type => type.IsDefined(typeof(AliasAttribute)));
        Contracts.All.Select(Contracts.AliasOf).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Every_value_that_travels_has_a_number()
    {
        foreach (var type in Contracts.All.Where(type => !type.IsEnum))
        {
            var numbers = Contracts.Members(type)
                .Select(member => (member.Name, Number: Contracts.NumberOf(member)))
                .ToArray();
            numbers.Should().NotContain(member => member.Number == null, "{0} would lose it", type);
            numbers.Select(member => (int)member.Number!.Value).Order()
                .Should().Equal(Enumerable.Range(0, numbers.Length), "{0} skips none", type);
        }
    }
}
