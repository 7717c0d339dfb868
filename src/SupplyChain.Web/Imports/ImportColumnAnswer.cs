namespace SupplyChain.Imports;

/// <summary>A column of files, by its heading.</summary>
/// <param name="Heading">The heading.</param>
/// <param name="Field">What it becomes: a field of import profiles, for example <c>quantity</c>.</param>
[SchemaName("ImportColumn")]
public sealed record ImportColumnAnswer(string Heading, string Field)
{
    internal static ImportColumnAnswer Of(ImportColumn column) => new(column.Heading, column.Field);
}
