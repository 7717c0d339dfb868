using System.Text;

namespace SupplyChain.Imports;

/// <summary>
/// Finds out how a file's characters are encoded: by its byte order mark, else as the request says, else as the profile
/// says, else UTF-8. What is said and what is found are compared; a contradiction is told, not guessed away.
/// </summary>
/// <param name="Encoding">The encoding; bytes that are not of it are read as <see cref="Foreign"/>.</param>
/// <param name="Mark">How many bytes of a byte order mark come first.</param>
/// <param name="Saying">Who says that it is this encoding, as the end of a sentence.</param>
internal sealed record FileEncoding(Encoding Encoding, int Mark, string Saying)
{
    /// <summary>What bytes are read as that no character of the encoding has: no text holds it.</summary>
    public const char Foreign = '\uFFFF';

    private static readonly (byte[] Mark, Encoding Encoding)[] Marks =
    [
        ([0xFF, 0xFE, 0, 0], new UTF32Encoding(false, false)),
        ([0, 0, 0xFE, 0xFF], new UTF32Encoding(true, false)),
        ([0xEF, 0xBB, 0xBF], new UTF8Encoding(false)),
        ([0xFF, 0xFE], new UnicodeEncoding(false, false)),
        ([0xFE, 0xFF], new UnicodeEncoding(true, false)),
    ];

    /// <summary>The encoding's name.</summary>
    public string Name => Encoding.WebName;

    /// <summary>What to do when the file has another encoding.</summary>
    public static string Advice(string name) =>
        $"charset={name} in the request's Content-Type (--charset {name}), or \"encoding\": \"{name}\" in the profile";

    /// <summary>The encoding of a file that begins with these bytes.</summary>
    /// <exception cref="ImportFileException">What is said of it is not true.</exception>
    public static FileEncoding Of(ReadOnlySpan<byte> beginning, ImportProfile profile, string? charset)
    {
        foreach (var (mark, marked) in Marks)
        {
            if (beginning.StartsWith(mark))
                return new(Watching(marked), mark.Length, Marked(marked, charset));
        }
        var name = charset ?? profile.Encoding;
        var said = name is null ? Encoding.UTF8 : TextEncoding.Find(name)
            ?? throw new ImportFileException($"The encoding '{name}' is not known.");
        var saying = charset is not null ? "as the request says"
            : name is not null ? $"as profile '{profile.Name}' says"
            : "which is expected where nothing else is said";
        CheckWide(beginning, said, saying);
        return new(Watching(said), 0, saying);
    }

    private static string Marked(Encoding marked, string? charset) =>
        charset is null || IsOfFamily(TextEncoding.Find(charset), marked)
            ? "as its byte order mark says"
            : throw new ImportFileException(
                $"The file begins with the byte order mark of {marked.WebName}, but the request says "
                + $"charset={charset}. Leave the charset out, or send charset={marked.WebName} "
                + $"(--charset {marked.WebName}).");

    private static bool IsOfFamily(Encoding? said, Encoding marked) =>
        said is not null && Family(said) == Family(marked);

    /// <summary>The mark tells the order of the bytes, whatever is said.</summary>
    private static int Family(Encoding encoding) => encoding.CodePage switch
    {
        1201 => 1200,
        12001 => 12000,
        var page => page,
    };

    /// <summary>In text with two bytes a character every other byte is zero where it is Latin or a number.</summary>
    private static void CheckWide(ReadOnlySpan<byte> beginning, Encoding said, string saying)
    {
        var wide = said.CodePage is 1200 or 1201;
        var (even, odd) = Zeros(beginning);
        var seen = even + odd <= beginning.Length / 10 ? null
            : odd >= 5 * even ? "utf-16le"
            : even >= 5 * odd ? "utf-16be"
            : "";
        if (said.CodePage is 12000 or 12001 || seen == (said.CodePage == 1201 ? "utf-16be" : "utf-16le") && wide)
            return;
        if (seen is null && wide)
        {
            throw new ImportFileException(
                $"The text is not {said.WebName}, {saying}: say which encoding it has, for example {Advice("utf-8")}.");
        }
        if (seen is { Length: 0 })
            throw new ImportFileException("The file is no text: it is full of zero bytes. Send a CSV file.");
        if (seen is not null)
        {
            throw new ImportFileException(
                $"The text looks like UTF-16 without a byte order mark ({seen}), not like {said.WebName}, {saying}: "
                + $"say {Advice(seen)}.");
        }
    }

    private static (int Even, int Odd) Zeros(ReadOnlySpan<byte> bytes)
    {
        var (even, odd) = (0, 0);
        for (var index = 0; index < bytes.Length; index++)
        {
            if (bytes[index] != 0)
                continue;
            if (index % 2 == 0)
                even++;
            else
                odd++;
        }
        return (even, odd);
    }

    private static Encoding Watching(Encoding encoding)
    {
        var watching = (Encoding)encoding.Clone();
        watching.DecoderFallback = new DecoderReplacementFallback($"{Foreign}");
        return watching;
    }
}
