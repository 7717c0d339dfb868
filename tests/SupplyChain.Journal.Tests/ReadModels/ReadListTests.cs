using System.Reflection;
using System.Runtime.CompilerServices;
using SupplyChain.Tables;

namespace SupplyChain.Journal.ReadModels;

public sealed class ReadListTests
{
    [Fact]
    public void Every_list_has_a_column_for_all_that_its_items_are_made_of_and_sorted_by()
    {
        var lists = typeof(IReadModels).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
            .Where(field => field.FieldType.IsGenericType
                && field.FieldType.GetGenericTypeDefinition() == typeof(ReadList<>))
            .ToArray();
        lists.Should().HaveCountGreaterThan(10);
        foreach (var list in lists)
        {
            list.Invoking(one => RuntimeHelpers.RunClassConstructor(one.DeclaringType!.TypeHandle))
                .Should().NotThrow("{0} has to be whole", list.DeclaringType);
        }
    }

    [Fact]
    public void A_list_without_a_column_to_be_sorted_by_names_the_field()
    {
        var describing = () => new ReadList<Entry>("entries", ["id"], new("id", "id"), new("size", "size"));
        describing.Should().Throw<InvalidOperationException>().WithMessage("*entries*'weight'*");
    }

    [Fact]
    public void A_list_without_a_column_for_a_member_of_its_items_names_the_member()
    {
        var describing = () => new ReadList<Entry>("entries", ["id"], new("id", "id"), new("weight", "size * 2"));
        describing.Should().Throw<InvalidOperationException>().WithMessage("*'Size'*Entry*");
    }

    private sealed record Entry(string Id, long Size) : IListed
    {
        public static Items<string> SortFields { get; } = ["id", "weight"];

        public long Weight => 2 * Size;
    }
}
