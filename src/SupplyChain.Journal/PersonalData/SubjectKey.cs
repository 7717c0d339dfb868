using System.Security.Cryptography;
using System.Text;

namespace SupplyChain.Journal.PersonalData;

/// <summary>
/// Seals a subject's texts (AES-256-GCM). Use it for one decision and ask for it again: only then is an erasure
/// noticed.
/// </summary>
public sealed class SubjectKey
{
    private const string Format = "v1:";
    private const int IdBytes = 8;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int HeadBytes = IdBytes + NonceBytes + TagBytes;

    private readonly byte[] _id;
    private readonly byte[] _key;

    internal SubjectKey(byte[] id, byte[] key) => (_id, _key) = (id, key);

    /// <summary>A new random key of 256 bits with an id that marks what it sealed.</summary>
    internal static (byte[] Id, byte[] Key) NewMaterial() =>
        (RandomNumberGenerator.GetBytes(IdBytes), RandomNumberGenerator.GetBytes(32));

    /// <summary>The text as <c>v1:</c> and base64; different each time.</summary>
    public string Seal(string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var whole = new byte[HeadBytes + plain.Length];
        var nonce = whole.AsSpan(IdBytes, NonceBytes);
        _id.CopyTo(whole, 0);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(_key, TagBytes);
        cipher.Encrypt(nonce, plain, whole.AsSpan(HeadBytes), whole.AsSpan(IdBytes + NonceBytes, TagBytes), _id);
        return Format + Convert.ToBase64String(whole);
    }

    /// <summary>
    /// The text that was sealed; null when it was sealed with a key of this subject that is now erased.
    /// </summary>
    /// <exception cref="FormatException">It is not a sealed text.</exception>
    /// <exception cref="CryptographicException">It was sealed with this key and changed since.</exception>
    public string? Open(string sealedText)
    {
        if (!sealedText.StartsWith(Format, StringComparison.Ordinal))
        {
            throw new FormatException("A sealed text begins with v1: and this one does not.");
        }
        var whole = Convert.FromBase64String(sealedText[Format.Length..]);
        if (whole.Length < HeadBytes)
        {
            throw new FormatException("The sealed text is cut short.");
        }
        if (!whole.AsSpan(0, IdBytes).SequenceEqual(_id))
        {
            return null;
        }
        var plain = new byte[whole.Length - HeadBytes];
        using var cipher = new AesGcm(_key, TagBytes);
        var (nonce, tag) = (whole.AsMemory(IdBytes, NonceBytes), whole.AsMemory(IdBytes + NonceBytes, TagBytes));
        cipher.Decrypt(nonce.Span, whole.AsSpan(HeadBytes), tag.Span, plain, _id);
        return Encoding.UTF8.GetString(plain);
    }
}
