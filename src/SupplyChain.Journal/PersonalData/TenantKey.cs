using System.Security.Cryptography;

namespace SupplyChain.Journal.PersonalData;

/// <summary>Tells whether two bodies are the same without keeping them.</summary>
public sealed class TenantKey
{
    private readonly byte[] _key;

    internal TenantKey(byte[] key) => _key = key;

    /// <summary>The HMAC-SHA256 of a canonical body, base64.</summary>
    public string Digest(ReadOnlySpan<byte> canonicalBody) =>
        Convert.ToBase64String(HMACSHA256.HashData(_key, canonicalBody));
}
