namespace SupplyChain.Inventory;

public sealed class ProductBodyTests(Website site) : IClassFixture<Website>
{
    [Theory]
    [InlineData("\"None\"", 201)]
    [InlineData("\"Lot\"", 400)]
    [InlineData("1", 400)]
    public async Task Products_are_not_tracked_by_lot(string tracking, int status)
    {
        site.Actors.On<IProductGrain, ProductReply>("Put", (_, _) => Task.FromResult(new ProductReply
        {
            Status = ReplyStatus.Created,
            Value = new ProductDetails("A", "Pump", null, null, null, 1),
        }));
        var answer = await site.SendAsync(
            "PUT", "/api/v1/products/A", $$"""{"description":"Pump","tracking":{{tracking}}}""");
        answer.Status.Should().Be(status);
    }
}
