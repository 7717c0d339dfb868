using SupplyChain.Access;

namespace SupplyChain.Inventory;

/// <summary>Products.</summary>
internal static class ProductEndpoints
{
    private const string Tag = "Products";

    public static void MapProducts(this IEndpointRouteBuilder api)
    {
        api.MapPut("/products/{sku}", PutAsync)
            .Operation(Tag, "putProduct", "Defines or replaces a product")
            .Takes<PutProductBody>()
            .Answers<ProductAnswer>(200, 201)
            .Refuses(Refusal.VersionMismatch);
        api.MapGet("/products/{sku}", GetAsync)
            .Scoped(Scope.Everything)
            .Operation(Tag, "getProduct", "A product")
            .Answers<ProductAnswer>(200)
            .Fails(400, 404);
        api.MapGet("/products", ListAsync)
            .Scoped(Scope.Everything)
            .Operation(Tag, "listProducts", "Lists products by SKU")
            .Queries(QueryParameter.Sorted(ProductDetails.SortFields))
            .Answers<PageAnswer<ProductAnswer>>(200)
            .Fails(400, 422);
    }

    private static Task<IResult> PutAsync(HttpContext http, SupplyChainClient chain)
    {
        var sku = http.Id("sku");
        return new Write<PutProduct, ProductReply>(
            PutProductBody.Read,
            (product, _) => product.Validate(),
            (client, product, cancellation) => client.Inventory.PutProductAsync(sku, product, cancellation))
            .RunAsync(http, chain, reply => Answers.Reply(reply, ProductAnswer.Of));
    }

    private static async Task<IResult> GetAsync(HttpContext http, SupplyChainClient chain)
    {
        var product = await chain.ForReading(http).Inventory.GetProductAsync(http.Id("sku"), http.RequestAborted);
        return Answers.Entity(product, ProductAnswer.Of, "product");
    }

    private static async Task<IResult> ListAsync(HttpContext http, SupplyChainClient chain)
    {
        var query = new QueryReader(http);
        var page = query.Page(ProductDetails.SortFields);
        query.Check();
        var products = await chain.ForReading(http).Inventory.ListProductsPageAsync(page, http.RequestAborted);
        return Answers.Page(products, ProductAnswer.Of);
    }
}
