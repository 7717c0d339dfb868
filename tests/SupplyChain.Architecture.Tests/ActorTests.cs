using System.Reflection;
using Orleans.Metadata;
using Orleans.Services;

namespace SupplyChain.Architecture;

/// <summary>What every actor promises to callers of another version.</summary>
public sealed class ActorTests
{
    private static readonly Type[] Interfaces =
    [
        .. Layer.All.SelectMany(layer => layer.Types)
            .Where(type => type.IsInterface && typeof(IAddressable).IsAssignableFrom(type)),
    ];

    private static readonly Type[] Actors =
        [.. Layer.Grains.Types.Where(type => typeof(Grain).IsAssignableFrom(type) && !type.IsAbstract)];

    [Fact]
    public void Interfaces_of_actors_are_part_of_the_contracts_and_keyed_by_text()
    {
        Interfaces.Should().NotBeEmpty();
        Interfaces.Should().OnlyContain(type => type.Assembly == Layer.Contracts.Assembly
            ? type.Name.EndsWith("Grain") || typeof(IGrainService).IsAssignableFrom(type)
            : type.Assembly == Layer.ActorContracts.Assembly && type.Name.EndsWith("Actor"));
        Interfaces.Should().OnlyContain(type =>
            typeof(IGrainWithStringKey).IsAssignableFrom(type) || typeof(IGrainService).IsAssignableFrom(type));
    }

    [Fact]
    public void The_identity_of_an_interface_survives_a_rename()
    {
        Interfaces.Should().OnlyContain(type => type.IsDefined(typeof(GrainInterfaceTypeAttribute)));
        Interfaces.Should().OnlyContain(type => type.IsDefined(typeof(AliasAttribute)));
        Interfaces.Select(type => type.GetCustomAttribute<AliasAttribute>()!.Alias).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void The_identity_of_an_actor_survives_a_rename()
    {
        Actors.Should().NotBeEmpty();
        Actors.Should().OnlyContain(type => type.IsDefined(typeof(GrainTypeAttribute)));
        Actors.Select(type => type.GetCustomAttribute<GrainTypeAttribute>()!.GetGrainType(null!, null!).ToString())
            .Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void A_call_has_a_stable_name_and_carries_one_record_at_most()
    {
        foreach (var face in Interfaces)
        {
            var calls = face.GetMethods();
            calls.Should().OnlyContain(call => call.IsDefined(typeof(AliasAttribute)), "{0} may be renamed", face);
            calls.Select(call => call.GetCustomAttribute<AliasAttribute>()!.Alias).Should().OnlyHaveUniqueItems();
            calls.Should().OnlyContain(call => call.GetParameters().Length <= 1, "{0} has to grow compatibly", face);
            calls.Should().OnlyContain(call => !call.Name.EndsWith("Async", StringComparison.Ordinal));
        }
    }
}
