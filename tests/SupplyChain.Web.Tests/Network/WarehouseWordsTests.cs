namespace SupplyChain.Network;

public sealed class WarehouseWordsTests
{
    private static readonly DateTimeOffset Now = new(2026, 8, 4, 22, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Asia/Dubai", 5)]
    [InlineData("America/Los_Angeles", 4)]
    [InlineData("Mars/Olympus", 4)]
    [InlineData(null, 4)]
    public void A_warehouse_has_its_own_day(string? zone, int day) =>
        WarehouseWords.Today(
            new("DXB", "Dubai", null, null, null, null, null, null, zone, 1, WarehouseStatus.Open, null, null, null, 1),
            Now).Should().Be(new DateOnly(2026, 8, day));
}
