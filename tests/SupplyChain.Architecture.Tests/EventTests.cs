using System.Reflection;

namespace SupplyChain.Architecture;

/// <summary>Events are kept for ever.</summary>
public sealed class EventTests
{
    private static readonly Type[] Families =
    [
        .. Layer.Domain.Types
            .SelectMany(type => type.GetInterfaces())
            .Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IAggregate<,>))
            .Select(face => face.GenericTypeArguments[1])
            .Distinct(),
    ];

    private static readonly Type[] Events =
        [.. Layer.Domain.Types.Where(type => type.IsDefined(typeof(EventTypeAttribute), false))];

    [Fact]
    public void A_family_of_events_is_closed()
    {
        Families.Should().NotBeEmpty();
        foreach (var family in Families.Where(family => family.IsAbstract))
        {
            family.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .Where(constructor => constructor.GetParameters().Length == 0)
                .Should().OnlyContain(constructor => constructor.IsPrivate, "nobody else may add to {0}", family);
            Layer.All.SelectMany(layer => layer.Types).Where(type => type.BaseType == family)
                .Should().OnlyContain(type => type.DeclaringType == family && type.IsSealed);
        }
    }

    [Fact]
    public void Every_event_of_a_family_has_a_name_for_ever()
    {
        Layer.Domain.Types
            .Where(type => !type.IsAbstract && Families.Any(family => family.IsAssignableFrom(type)))
            .Should().BeEquivalentTo(Events);
        Events.Select(type => type.GetCustomAttribute<EventTypeAttribute>()!)
            .Select(name => (name.Type, name.Schema))
            .Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void An_event_is_named_after_what_it_happened_to() =>
        Events.Select(type => type.GetCustomAttribute<EventTypeAttribute>()!.Type)
            .Should().OnlyContain(name => System.Text.RegularExpressions.Regex.IsMatch(name, "^[a-z-]+\\.[a-z-]+$"));
}
