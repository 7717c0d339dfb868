using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SupplyChain.Journal.PersonalData;

namespace SupplyChain.Webhooks;

/// <summary>
/// The secrets of webhooks, and what they sign (Standard Webhooks 1.0.0). A secret is derived from the tenant's key and
/// the salt that the webhook's events name, so it is stored nowhere.
/// </summary>
public sealed class WebhookSecrets(ITenantKeys keys)
{
    private const string Prefix = "whsec_";

    /// <summary>A salt for a new secret.</summary>
    public static string NewSalt() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>The secret as receivers are given it.</summary>
    public async ValueTask<string> TextAsync(TenantId tenant, WebhookId webhook, string salt) =>
        Prefix + Convert.ToBase64String(await KeyAsync(tenant, webhook, salt));

    /// <summary>The secret: 32 bytes.</summary>
    internal async ValueTask<byte[]> KeyAsync(TenantId tenant, WebhookId webhook, string salt)
    {
        var key = await keys.GetAsync(tenant);
        return Convert.FromBase64String(key.Digest(Encoding.UTF8.GetBytes($"webhook-secret/{webhook}/{salt}")));
    }
}

/// <summary>The header <c>webhook-signature</c>.</summary>
internal static class WebhookSignature
{
    /// <summary>Signs a message with every secret that is in use.</summary>
    /// <param name="secrets">The secrets; the newest first.</param>
    /// <param name="id">The message's id.</param>
    /// <param name="timestamp">Seconds since 1970.</param>
    /// <param name="body">What is posted.</param>
    public static string Of(IEnumerable<byte[]> secrets, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        var head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}."));
        var signed = new byte[head.Length + body.Length];
        head.CopyTo(signed, 0);
        body.CopyTo(signed.AsSpan(head.Length));
        return string.Join(
            ' ', secrets.Select(secret => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(secret, signed))}"));
    }
}
