using System.Text;

namespace SupplyChain.Imports;

/// <summary>
/// Watches the texts of a file for a wrong encoding: bytes that no character has, and, where every byte is a character,
/// text that makes sense as UTF-8 throughout.
/// </summary>
internal sealed class FileWatch(FileEncoding encoding)
{
    private static readonly UTF8Encoding Strict = new(false, true);

    private readonly bool _comparable = encoding.Encoding.IsSingleByte;
    private int _notPlain;
    private int _utf8;

    /// <summary>Looks at a cell's text; says what is wrong when it is not of this encoding.</summary>
    public string? Look(ReadOnlySpan<char> text)
    {
        if (Ascii.IsValid(text))
            return null;
        if (text.Contains(FileEncoding.Foreign))
            return IsForeign(text);
        if (_comparable)
        {
            _notPlain++;
            _utf8 += IsUtf8(encoding.Encoding.GetBytes(text.ToArray())) ? 1 : 0;
        }
        return null;
    }

    /// <summary>The end of what was looked at.</summary>
    /// <exception cref="ImportFileException">It was UTF-8 all the time.</exception>
    public void Conclude()
    {
        if (_notPlain > 0 && _utf8 == _notPlain)
        {
            throw new ImportFileException(
                $"The text is UTF-8, not {encoding.Name}, {encoding.Saying}: say {FileEncoding.Advice("utf-8")}.");
        }
    }

    private string IsForeign(ReadOnlySpan<char> text)
    {
        var shown = text.ToString().Replace(FileEncoding.Foreign, '\uFFFD');
        var advice = encoding.Encoding.CodePage == Encoding.UTF8.CodePage
            ? "Save the file as UTF-8, or say which encoding it has: spreadsheets in Western Europe write "
                + $"windows-1252, so {FileEncoding.Advice("windows-1252")}."
            : $"Say which encoding the file has, for example {FileEncoding.Advice("utf-8")}.";
        return $"'{(shown.Length <= 60 ? shown : shown[..60] + "…")}' holds bytes that are not {encoding.Name}, "
            + $"{encoding.Saying}. {advice}";
    }

    private static bool IsUtf8(byte[] bytes)
    {
        try
        {
            _ = Strict.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
