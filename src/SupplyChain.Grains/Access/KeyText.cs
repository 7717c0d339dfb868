using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SupplyChain.Access;

/// <summary>
/// The text of a key: <c>sc_</c>, 12 hex digits that are its id, and 43 characters (base64url) of a secret of 256 bits.
/// </summary>
public static class KeyText
{
    private const string Mark = "sc_";
    private const int IdBytes = 6;
    private const int SecretBytes = 32;
    private const int Length = 3 + (2 * IdBytes) + 43;

    /// <summary>Makes a key.</summary>
    /// <returns>Its id, its text, and the digest that is kept of it.</returns>
    public static (KeyId Id, string Text, string Digest) Make()
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        var text = $"{Mark}{id}{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes))}";
        return (id, text, Digest(text));
    }

    /// <summary>Whether a text could be a key.</summary>
    public static bool IsOne(string text) =>
        text.Length == Length && text.StartsWith(Mark, StringComparison.Ordinal);

    /// <summary>The id in a key's text.</summary>
    public static KeyId IdOf(string text) => text[Mark.Length..(Mark.Length + (2 * IdBytes))];

    /// <summary>
    /// What is kept of a key. A secret of 256 random bits cannot be guessed from it, so that it needs no salt and no
    /// costly function.
    /// </summary>
    public static string Digest(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
