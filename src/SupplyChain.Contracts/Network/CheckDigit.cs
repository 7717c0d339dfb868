namespace SupplyChain.Network;

/// <summary>The mod-10 check digit of GS1 keys (GS1 General Specifications, section 7.9.1).</summary>
public static class CheckDigit
{
    private const int GlnLength = 13;

    /// <summary>Whether the text is a GTIN-8, -12, -13 or -14 with a right check digit.</summary>
    public static bool IsGtin(string? text) => text is { Length: 8 or 12 or 13 or 14 } && IsRight(text);

    /// <summary>Whether the text is a GLN (13 digits) with a right check digit.</summary>
    public static bool IsGln(string? text) => text is { Length: GlnLength } && IsRight(text);

    private static bool IsRight(string text)
    {
        var sum = 0;
        for (var fromRight = 0; fromRight < text.Length; fromRight++)
        {
            var digit = text[^(fromRight + 1)];
            if (!char.IsAsciiDigit(digit))
                return false;
            sum += (digit - '0') * (fromRight % 2 == 0 ? 1 : 3);
        }

        return sum % 10 == 0;
    }
}
