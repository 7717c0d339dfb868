using System.Globalization;
using System.Reflection;

namespace SupplyChain.Architecture;

/// <summary>Everything that travels between nodes has a name and numbers that survive a rename.</summary>
public sealed class ContractTests
{
    [Fact]
    public void Whatever_has_state_in_the_contracts_travels() =>
        Layer.Contracts.Types
            .Where(type => !type.IsInterface && !(type.IsAbstract && type.IsSealed) && !type.IsEnum)
            .Where(type => !typeof(System.Text.Json.Serialization.JsonConverter).IsAssignableFrom(type))
            .Where(type => !type.IsDefined(typeof(GenerateSerializerAttribute)))
            .Should().BeEmpty();

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

    [Fact]
    public void An_enum_never_renumbers_and_has_no_meaning_for_zero()
    {
        foreach (var type in Contracts.All.Where(type => type.IsEnum))
        {
            type.GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(field => Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture))
                .Should().OnlyHaveUniqueItems().And.NotContain(0, "0 is what {0} has before anybody sets it", type);
        }
    }
}
