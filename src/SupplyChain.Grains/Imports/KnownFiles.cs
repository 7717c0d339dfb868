using System.Text;
using System.Text.RegularExpressions;

namespace SupplyChain.Imports;

/// <summary>Recognizes by their beginnings what people send in place of CSV.</summary>
internal static partial class KnownFiles
{
    private const string SaveAsCsv = "Save the sheet as CSV in the spreadsheet program and import that.";
    private const string Unpack = "Unpack it, and import the CSV file, plain or as gzip.";

    private static readonly (byte[] Beginning, string What, string Advice)[] ByBytes =
    [
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Office file, for example .xls", SaveAsCsv),
        ("%PDF-"u8.ToArray(), "a PDF document", "Export the table as CSV and import that."),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive", Unpack),
        ("BZh91AY&SY"u8.ToArray(), "a bzip2 archive", Unpack),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "an xz archive", Unpack),
        ([0x28, 0xB5, 0x2F, 0xFD], "a zstd archive", Unpack),
        ("Rar!"u8.ToArray(), "a RAR archive", Unpack),
    ];

    /// <summary>What bytes begin like that is no text, with what to do instead; null when it may be text.</summary>
    public static string? Refusal(ReadOnlySpan<byte> beginning)
    {
        if (beginning.StartsWith("PK\x03\x04"u8) || beginning.StartsWith("PK\x05\x06"u8))
        {
            return IsSheet(beginning)
                ? $"The file is a spreadsheet (.xlsx or the like), not CSV. {SaveAsCsv}"
                : $"The file is a zip archive, not CSV. {Unpack} An .xlsx file is such an archive as well. {SaveAsCsv}";
        }
        foreach (var (bytes, what, advice) in ByBytes)
        {
            if (beginning.StartsWith(bytes))
                return $"The file is {what}, not CSV. {advice}";
        }
        return null;
    }

    /// <summary>What text that begins like that is not CSV, with what to do instead; null when it may be.</summary>
    public static string? Refusal(string beginning) =>
        Page().IsMatch(beginning)
            ? "The file is an HTML page, not CSV. Perhaps it is the page that asks to sign in, or an error of the "
                + "system it was downloaded from: look at it in a browser, and download the CSV file itself."
        : Xml().IsMatch(beginning)
            ? "The file is XML, not CSV. Export the table as CSV and import that."
        : Json().IsMatch(beginning)
            ? "The file is JSON, not CSV. Export the table as CSV, or send its orders one by one with "
                + "PUT /orders/{number}."
        : Form().IsMatch(beginning)
            ? "The file is wrapped in a form (multipart). Send the CSV file as the body itself."
        : null;

    private static bool IsSheet(ReadOnlySpan<byte> beginning)
    {
        var names = Encoding.Latin1.GetString(beginning);
        return names.Contains("[Content_Types].xml", StringComparison.Ordinal)
            || names.Contains("xl/", StringComparison.Ordinal)
            || names.Contains("mimetypeapplication/vnd.oasis.opendocument", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\s*<(!doctype html|html|head|body|table|meta|script|div|!--)", RegexOptions.IgnoreCase)]
    private static partial Regex Page();

    [GeneratedRegex(@"^\s*<(\?xml|!doctype|[A-Za-z][\w.:-]*[\s>/])", RegexOptions.IgnoreCase)]
    private static partial Regex Xml();

    [GeneratedRegex(@"^\s*(\{\s*("".*""\s*:|\})|\[\s*(\{|\[|\]))")]
    private static partial Regex Json();

    [GeneratedRegex(@"^--[^\r\n]+\r?\nContent-Disposition:", RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}
