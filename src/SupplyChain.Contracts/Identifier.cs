using System.Buffers;

namespace SupplyChain;

/// <summary>
/// The rule every identifier and SKU follows, and the way to write any other text as one: <see cref="Map"/>.
/// </summary>
public static class Identifier
{
    /// <summary>The longest identifier, in characters.</summary>
    public const int MaxLength = 100;

    /// <summary>The rule for people, as the end of a sentence.</summary>
    public const string Rule = "is not 1 to 100 characters of A-Z a-z 0-9 . _ : ~ - that begin with a letter or digit.";

    private static readonly SearchValues<char> Inner = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:~-");

    /// <summary>Whether the text is 1 to 100 characters of <c>[A-Za-z0-9][A-Za-z0-9._:~-]*</c>.</summary>
    public static bool IsValid(string? text) =>
        text is { Length: > 0 and <= MaxLength }
        && char.IsAsciiLetterOrDigit(text[0])
        && !text.AsSpan().ContainsAnyExcept(Inner);

    /// <summary>
    /// Writes a text of the outside world as an identifier. Of its UTF-8 form (in NFC), each byte that is none of
    /// <c>A-Z a-z 0-9 . _ : -</c> becomes <c>~</c> and two hex digits: <c>AB/12 ü</c> is <c>AB~2F12~20~C3~BC</c>. What
    /// would not begin with a letter or digit then gets <c>x~</c> in front. Different texts never become the same
    /// identifier. It can be longer than <see cref="MaxLength"/>: check with <see cref="IsValid"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The text has half of a surrogate pair.</exception>
    public static string Map(string text) => IdentifierMapping.Map(text);

    /// <summary>The text (in NFC) that <see cref="Map"/> made an identifier of.</summary>
    /// <exception cref="FormatException">It never makes that identifier of any text.</exception>
    public static string Unmap(string identifier) => IdentifierMapping.Unmap(identifier);

    /// <summary>What is wrong with a text that is no identifier and what to write instead, as a sentence.</summary>
    /// <param name="name">What the caller calls it: a member, a parameter, or the text itself.</param>
    /// <param name="text">The text.</param>
    public static string Explain(string name, string? text) => IdentifierMapping.Explain(name, text);
}
