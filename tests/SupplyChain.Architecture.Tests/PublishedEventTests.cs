using System.Reflection;
using SupplyChain.Events;
using SupplyChain.Inventory;

namespace SupplyChain.Architecture;

/// <summary>What events tell is a promise of its own: no command, reply or stored event changes it.</summary>
public sealed class PublishedEventTests
{
    /// <summary>Values with one meaning wherever they stand, beside identifiers and enums.</summary>
    private static readonly Type[] Shared = [typeof(Items<>), typeof(Money), typeof(DemandOwner)];

    private static readonly Type[] Told =
        [.. Layer.Contracts.Types.Where(type => type.IsDefined(typeof(CloudEventTypeAttribute), false))];

    [Fact]
    public void A_published_record_owns_its_parts() =>
        Told.SelectMany(Inside).Distinct()
            .Where(part => part.Namespace!.StartsWith("SupplyChain", StringComparison.Ordinal))
            .Where(part => part.Namespace != typeof(OrderPlaced).Namespace && !part.IsEnum && !IsIdentifier(part))
            .Select(part => part.IsGenericType ? part.GetGenericTypeDefinition() : part)
            .Should().NotBeEmpty().And.BeSubsetOf(Shared, "a part of it is a record of Contracts/Events");

    [Fact]
    public void It_is_a_record_that_nobody_derives_from() =>
        Told.Should().HaveCountGreaterThan(90).And.OnlyContain(type => type.IsSealed && type.IsPublic);

    private static IEnumerable<Type> Inside(Type record) =>
        from property in record.GetProperties(BindingFlags.Instance | BindingFlags.Public)
        from part in property.PropertyType.GetGenericArguments().Append(property.PropertyType)
        from one in part.Namespace == typeof(OrderPlaced).Namespace && !part.IsEnum ? Inside(part).Append(part) : [part]
        select one;

    private static bool IsIdentifier(Type type) => Array.Exists(
        type.GetInterfaces(), face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IIdentifier<>));
}
