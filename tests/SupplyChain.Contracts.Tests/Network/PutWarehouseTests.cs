using Xunit;

namespace SupplyChain.Network;

/// <summary>What a warehouse's definition may say.</summary>
public sealed class PutWarehouseTests
{
    [Fact]
    public void A_name_is_enough() => new PutWarehouse("Hamburg").Validate().ShouldBe();

    [Fact]
    public void And_is_needed() => new PutWarehouse("").Validate().ShouldBe(("/name", FaultCodes.Required));

    [Theory]
    [InlineData(1)]
    [InlineData(Limits.MaxPriorityBand)]
    public void Bands_go_from_one_to_nine(int band) => new PutWarehouse("A", Priority: band).Validate().ShouldBe();

    [Theory]
    [InlineData(0)]
    [InlineData(Limits.MaxPriorityBand + 1)]
    public void And_no_further(int band) => new PutWarehouse("A", Priority: band).Validate()
        .ShouldBe(("/priority", FaultCodes.OutOfRange));

    [Theory]
    [InlineData("Europe/Berlin", true)]
    [InlineData("Etc/GMT+5", true)]
    [InlineData("Berlin", false)]
    [InlineData("../etc/passwd", false)]
    public void Time_zones_are_names_of_the_zone_database(string zone, bool known) =>
        new PutWarehouse("A", TimeZone: zone).Validate()
            .ShouldBe(known ? [] : [("/timeZone", FaultCodes.Invalid)]);

    [Fact]
    public void Every_faulty_field_is_named() =>
        new PutWarehouse("A", Latitude: 50, Gln: "9501101020017", Country: "ZZ").Validate().ShouldBe(
            ("/longitude", FaultCodes.Required), ("/country", FaultCodes.Invalid), ("/gln", FaultCodes.Invalid));
}
