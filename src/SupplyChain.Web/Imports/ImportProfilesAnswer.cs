namespace SupplyChain.Imports;

/// <summary>The profiles there are.</summary>
/// <param name="Items">They, by name.</param>
[SchemaName("ImportProfileList")]
public sealed record ImportProfilesAnswer(Items<ImportProfileAnswer> Items)
{
    internal static ImportProfilesAnswer Of(Items<ImportProfileSummary> profiles) =>
        new(profiles.Each(ImportProfileAnswer.Of));
}
