using System.Text;

namespace SupplyChain.Imports;

/// <summary>The encodings that text files may have, by their names in the registry of the IANA.</summary>
public static class TextEncoding
{
    /// <summary>Some of the names, as the end of a sentence.</summary>
    public const string Examples = "known are for example utf-8, utf-16, windows-1252, iso-8859-1, iso-8859-15";

    /// <summary>The encoding of a name, in capitals or not; null when there is none.</summary>
    public static Encoding? Find(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
