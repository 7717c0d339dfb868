using System.Text.RegularExpressions;

namespace SupplyChain.Architecture;

/// <summary>A document in Markdown.</summary>
/// <param name="Path">From the root of the repository.</param>
/// <param name="Lines">All of it.</param>
internal sealed partial record Document(string Path, string[] Lines)
{
    /// <summary>A document by its path from the root.</summary>
    public static Document Of(string path) => new(path, File.ReadAllLines(Repository.File(path)));

    /// <summary>The lines outside code, with their numbers.</summary>
    public IEnumerable<(int Number, string Line)> Prose
    {
        get
        {
            var code = false;
            for (var i = 0; i < Lines.Length; i++)
            {
                if (Lines[i].StartsWith("```", StringComparison.Ordinal))
                {
                    code = !code;
                }
                else if (!code)
                {
                    yield return (i + 1, Lines[i]);
                }
            }
        }
    }

    /// <summary>Where it links to within the repository: a file, and perhaps a heading in it.</summary>
    public IEnumerable<(int Number, string File, string? Heading)> Links =>
        from line in Prose
        from Match link in Link().Matches(line.Line)
        let target = link.Groups[1].Value
        where !target.Contains("://", StringComparison.Ordinal)
        let parts = target.Split('#', 2)
        select (line.Number, parts[0], parts.Length > 1 ? parts[1] : null);

    /// <summary>Its headings as links name them: small letters, without signs, spaces as hyphens.</summary>
    public IEnumerable<string> Anchors => Headings.Select(
        heading => Signs().Replace(heading.ToLowerInvariant(), "").Replace(' ', '-'));

    /// <summary>Its headings.</summary>
    public IEnumerable<string> Headings => Prose
        .Where(line => line.Line.StartsWith('#'))
        .Select(line => line.Line.TrimStart('#').Trim());

    /// <summary>Whether it says something word by word, as code.</summary>
    public bool Names(string word) => Lines.Any(line => line.Contains($"`{word}`", StringComparison.Ordinal));

    public override string ToString() => Path;

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex Signs();
}
