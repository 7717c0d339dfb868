using System.Text.RegularExpressions;

namespace SupplyChain.Imports;

/// <summary>How one field is read.</summary>
/// <param name="Columns">Headings of its columns; the first that says something counts.</param>
/// <param name="Unknown">Words that mean "unknown", compared exactly.</param>
/// <param name="OtherRow">What a cell looks like that only points at another row.</param>
/// <param name="Slug">Whether an id is made of the text, see <see cref="Slug.Of"/>; otherwise it is one
/// already.</param>
public sealed record FieldRule(Items<string> Columns, Items<string> Unknown, Regex? OtherRow, bool Slug);
