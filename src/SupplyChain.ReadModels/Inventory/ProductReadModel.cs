using SupplyChain.Operations.Verification;
using SupplyChain.Tables;
using static SupplyChain.Operations.Verification.TableComparison;

namespace SupplyChain.Inventory;

/// <summary>What is read of products, and whether the units of each add up.</summary>
internal sealed class ProductReadModel : IAggregateReadModel
{
    /// <inheritdoc/>
    public string Kind => Product.Kind;

    /// <inheritdoc/>
    public IReadOnlyList<ReadTable> Tables { get; } = [new("products", "tenant, sku, description, version")];

    /// <inheritdoc/>
    public IStreamProjection Projection(ProjectionParts parts) =>
        new ProductProjection(parts.Journal, parts.Tables, parts.CachedStates);

    /// <inheritdoc/>
    public IReadOnlyList<IStreamFold> Folds(Findings findings) => [new FoldedStates<Product, ProductEvent>()];

    /// <inheritdoc/>
    public void Audit(Findings findings, JournalFold fold) => new ConservationAudit(findings, fold).Conclude();

    /// <inheritdoc/>
    public void Compare(TableComparison tables, JournalFold fold) => tables.Compare(
        "products", "tenant, sku", "description, version",
        fold.Of<Product, ProductEvent>().States.Select(pair => Row(
            [pair.Key.Tenant, pair.Key.Id], [pair.Value.Profile!.Description, pair.Value.Version])));
}
