using System.Text;

namespace SupplyChain.Imports;

/// <summary>Makes identifiers of names.</summary>
public static class Slug
{
    /// <summary>
    /// The name with each run of characters other than A-Z a-z 0-9 as one <c>-</c>, none at the ends, cut to 100
    /// characters; empty when nothing is left.
    /// </summary>
    public static string Of(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            if (char.IsAsciiLetterOrDigit(character))
                slug.Append(character);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        return slug.ToString(0, Math.Min(slug.Length, Identifier.MaxLength)).TrimEnd('-');
    }
}
