using System.Buffers;

namespace SupplyChain;

/// <summary>The rule every identifier and SKU follows.</summary>
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
}
