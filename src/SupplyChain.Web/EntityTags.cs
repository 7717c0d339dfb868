using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SupplyChain;

/// <summary>The value of <c>If-Match</c> or <c>If-None-Match</c> (RFC 9110 §8.8.3, §13.1).</summary>
internal sealed partial class EntityTags
{
    private readonly MatchCollection? _tags;

    private EntityTags(MatchCollection? tags) => _tags = tags;

    /// <summary>Whether it is <c>*</c>.</summary>
    public bool AreAny => _tags is null;

    /// <summary>Reads a value; fails when it does not follow the grammar.</summary>
    public static bool TryParse(string value, [NotNullWhen(true)] out EntityTags? tags)
    {
        if (value.Trim(' ', '\t') == "*")
            tags = new(null);
        else if (List().IsMatch(value) && Tag().Matches(value) is { Count: > 0 } found)
            tags = new(found);
        else
            tags = null;
        return tags is not null;
    }

    /// <summary>The versions that are named; a tag that is none of ours names none.</summary>
    /// <param name="weakly">Whether a weak tag names its version too.</param>
    public IEnumerable<long> Versions(bool weakly)
    {
        foreach (Match tag in _tags ?? Enumerable.Empty<Match>())
        {
            var text = tag.Groups["opaque"].Value;
            if ((weakly || !tag.Groups["weak"].Success)
                && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                && text == version.ToString(CultureInfo.InvariantCulture))
            {
                yield return version;
            }
        }
    }

    /// <summary>Whether they are any, or one of them is that, weak or strong.</summary>
    /// <param name="tag">A tag without its quotation marks.</param>
    public bool Name(string tag) => _tags is null || _tags.Any(one => one.Groups["opaque"].Value == tag);

    private const string OneTag = """(?<weak>W/)?"(?<opaque>[\x21\x23-\x7E\x80-\uFFFF]*)" """;

    /// <summary>Tags with commas between them; a recipient bears empty elements.</summary>
    [GeneratedRegex(
        $"""\A[ \t,]*({OneTag}[ \t]*(,[ \t,]*|\z))*\z""",
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex List();

    [GeneratedRegex(OneTag, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();
}
