using FluentAssertions;
using SupplyChain.Orders;
using Xunit;

namespace SupplyChain.Network;

public sealed class CountriesTests
{
    private static readonly string[] OftenWritten =
        ["ENG", "YU", "Holland", "D", "U.S.A.", "Côte d'Ivoire", "XKX", ""];

    private static readonly PutWarehouse Warehouse = new("Hamburg");

    [Fact]
    public void Every_assigned_code_is_a_country_with_a_reference_point()
    {
        Countries.Codes.Should().HaveCount(249).And.OnlyContain(code => IsTaken(code));
        Countries.Codes.Should().OnlyContain(code => HasPoint(code));
        CountryReferencePoints.Count.Should().Be(Countries.Codes.Count, "no other code has a reference point");
    }

    [Fact]
    public void Every_other_pair_of_letters_is_none()
    {
        var pairs =
            from first in Enumerable.Range('A', 26)
            from second in Enumerable.Range('A', 26)
            select $"{(char)first}{(char)second}";
        pairs.Where(IsTaken).Should().BeEquivalentTo(Countries.Codes);
    }

    [Theory]
    [InlineData("UK", "GB")]
    [InlineData("EL", "GR")]
    [InlineData("gb", "GB")]
    [InlineData("deu", "DE")]
    [InlineData("Germany", "DE")]
    [InlineData("SOUTH AFRICA", "ZA")]
    [InlineData("SUI", "CH")]
    [InlineData("ZZ", null)]
    [InlineData("EU", null)]
    [InlineData("", null)]
    public void What_is_often_written_for_a_country_leads_to_it(string text, string? code) =>
        Countries.Suggest(text).Should().Be(code);

    [Fact]
    public void Whatever_is_proposed_is_a_country() =>
        OftenWritten.Select(Countries.Suggest).OfType<string>()
            .Should().HaveCount(6).And.OnlyContain(code => IsTaken(code));

    [Theory]
    [InlineData("UK")]
    [InlineData("XX")]
    public void An_order_goes_to_an_assigned_country(string country) =>
        new PlaceOrder("ACME", new(country), [new(1, "PUMP", 1)]).Validate(DateTimeOffset.UnixEpoch)
            .Select(fault => (fault.Pointer, fault.Code)).Should().Equal(("/shipTo/country", FaultCodes.Invalid));

    private static bool IsTaken(string code) => (Warehouse with { Country = code }).Validate().Count == 0;

    private static bool HasPoint(string code) => CountryReferencePoints.TryGet(code, out _);
}
