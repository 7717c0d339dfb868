namespace SupplyChain.Network;

public class PutWarehouseValidationTests
{
    private static readonly PutWarehouse Hamburg = new(
        "Hamburg", 53.55, 9.99, "DE", "DEHAM", "4012345000009", "North", "Europe/Berlin", 1);

    public static TheoryData<PutWarehouse, string, string> Faulty => new()
    {
        { Hamburg with { Name = " " }, "/name", FaultCodes.Required },
        { Hamburg with { Name = new string('x', 201) }, "/name", FaultCodes.TooLong },
        { Hamburg with { Longitude = null }, "/longitude", FaultCodes.Required },
        { Hamburg with { Longitude = 180.1 }, "/longitude", FaultCodes.OutOfRange },
        { Hamburg with { Country = "GER" }, "/country", FaultCodes.Invalid },
        { Hamburg with { Unlocode = "HAM" }, "/unlocode", FaultCodes.Invalid },
        { Hamburg with { Gln = "4012345000008" }, "/gln", FaultCodes.Invalid },
        { Hamburg with { TimeZone = "Mars/Olympus" }, "/timeZone", FaultCodes.Invalid },
        { Hamburg with { TimeZone = "../../etc/passwd" }, "/timeZone", FaultCodes.Invalid },
        { Hamburg with { Priority = 0 }, "/priority", FaultCodes.OutOfRange },
        { Hamburg with { Priority = 10 }, "/priority", FaultCodes.OutOfRange },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_faulty_member_is_named_and_nothing_else(PutWarehouse warehouse, string pointer, string code) =>
        warehouse.Validate().Select(fault => (fault.Pointer, fault.Code)).Should().Equal((pointer, code));

    [Fact]
    public void A_complete_warehouse_has_no_faults() => Hamburg.Validate().Should().BeEmpty();
}
