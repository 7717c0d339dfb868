namespace SupplyChain.Imports;

/// <summary>A profile was saved or deleted.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Replayed">Whether that was so before.</param>
[SchemaName("ImportProfileSaved")]
public sealed record ImportProfileSavedAnswer(string Name, bool Replayed);
