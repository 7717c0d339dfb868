using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Journal;

/// <summary>The golden files are worth as much as the samples they are made of.</summary>
public sealed class SampleTests
{
    [Fact]
    public void A_sample_fills_every_property_and_is_the_same_each_time()
    {
        var sample = (Everything)Sample.Of(typeof(Everything));

        JsonSerializer.Serialize(Sample.Of(typeof(Everything)), EventCodec.Json)
            .Should().Be(JsonSerializer.Serialize(sample, EventCodec.Json));
        sample.Sku.Value.Should().Be("Sku");
        sample.Day.Should().NotBeNull();
        sample.Parts.Should().HaveCount(2);
        sample.Parts.Select(part => part.Name).Should().Equal("Name1", "Name2");
        sample.ByWarehouse.Should().HaveCount(2);
        sample.Counts.Keys.Should().BeEquivalentTo("Counts1", "Counts2");
        sample.Shape.Should().BeOfType<Round>();
        sample.Lines.Should().HaveCount(2);
        sample.Extra.Should().Be("Extra");
    }

    [Fact]
    public void What_a_sample_cannot_build_it_says() =>
        FluentActions.Invoking(() => Sample.Of(typeof(Nameless))).Should().Throw<InvalidOperationException>()
            .WithMessage("*names no [JsonDerivedType]*");

    private enum Colour { Red, Green }

    private sealed record Part(string Name, decimal Price, DateTimeOffset MadeAt);

    [JsonDerivedType(typeof(Round), "round")]
    private abstract record Shape;

    private sealed record Round(double Radius) : Shape;

    private abstract record Nameless;

    private sealed class Lines(ImmutableArray<Part> parts) : List<Part>(parts);

    private sealed record Everything(
        Sku Sku, Colour Colour, DateOnly? Day, ImmutableArray<Part> Parts,
        ImmutableSortedDictionary<WarehouseId, long> ByWarehouse, IReadOnlyDictionary<string, int> Counts,
        Shape Shape, Lines Lines)
    {
        public string? Extra { get; init; }
    }
}
